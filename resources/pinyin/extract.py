#!/usr/bin/env python3
"""Makes initials.txt of the readings in the Unihan database.

usage: extract.py [Unihan_Readings.txt.bz2] > initials.txt

Without an argument the file of Debian's package unicode-data is read. See the
README beside this file.
"""
import bz2
import collections
import re
import sys
import unicodedata

SOURCE = '/usr/share/unicode/Unihan_Readings.txt.bz2'

# What each field gives: syllables, split after page numbers and frequencies
# are gone. kTGHZ2013 stands for the whole of the standard list of characters;
# an older dictionary fills in only what is not in that list.
COMMON = ('kMandarin', 'kHanyuPinlu')
DICTIONARIES = ('kTGHZ2013', 'kXHC1983')


def initials(value):
    """The initials of all syllables in a value of a field."""
    bare = re.sub(r'\(\d+\)|[0-9.,*]+:', ' ', value)
    return {unicodedata.normalize('NFD', syllable)[0]
            for syllable in re.split(r'[ ,]+', bare.strip())}


def read(path):
    """The version, and for each character its fields."""
    fields, version = collections.defaultdict(dict), None
    with bz2.open(path, 'rt', encoding='utf-8') as file:
        for line in file:
            if line.startswith('# Unicode version:'):
                version = line.split(':')[1].strip()
            if line.startswith('U+'):
                code, name, value = line.rstrip('\n').split('\t')
                if name in COMMON + DICTIONARIES:
                    fields[chr(int(code[2:], 16))][name] = value
    return version, fields


def describe(character):
    """The common initials of a character, and the further ones behind /."""
    common, further = set(), set()
    for name in COMMON:
        if name in character:
            common |= initials(character[name])
    for name in DICTIONARIES:
        if name in character:
            further |= initials(character[name])
            break
    text = ''.join(sorted(common or further))
    further -= common
    return text + ('/' + ''.join(sorted(further)) if common and further else '')


def main(path):
    version, fields = read(path)
    groups = collections.defaultdict(list)
    for character in sorted(fields):
        if fields[character].keys() - {'kMandarin'}:
            groups[describe(fields[character])].append(character)
    print('# Made by extract.py from Unihan_Readings.txt, Unicode %s.' % version)
    for name in sorted(groups):
        if not re.fullmatch('[a-z]+(/[a-z]+)?', name):
            sys.exit('"%s" are no initials' % name)
        for start in range(0, len(groups[name]), 60):
            print(name, ''.join(groups[name][start:start + 60]))


main(sys.argv[1] if len(sys.argv) > 1 else SOURCE)
