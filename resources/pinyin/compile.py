#!/usr/bin/env python3
"""Turns initials.txt into a table of C.

usage: compile.py initials.txt OUT.h

A character is looked up by its upper bits, which give a page, and its lower
eight, which give the number of its set of initials on that page.
"""
import sys

PLANES = 3


def read(path):
    """The sets of initials in their order, and the set of each character."""
    sets, of = [('', '')], {}
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            if line.startswith('#'):
                continue
            names, characters = line.split()
            common, _, further = names.partition('/')
            if (common, further) not in sets:
                sets.append((common, further))
            for character in characters:
                if character in of:
                    sys.exit('%s:%d: %s stands there twice'
                             % (path, number, character))
                of[character] = sets.index((common, further))
    return sets, of


def paginate(of):
    """The pages that differ, and for each block of 256 its page."""
    pages, index = [tuple([0] * 256)], []
    for block in range(PLANES * 256):
        page = tuple(of.get(chr(block * 256 + low), 0) for low in range(256))
        if page not in pages:
            pages.append(page)
        index.append(pages.index(page))
    return pages, index


def rows(numbers):
    """Numbers of C, sixteen a line."""
    return '\n'.join('  ' + ' '.join('%d,' % n for n in numbers[i:i + 16])
                     for i in range(0, len(numbers), 16))


def mask(letters):
    return sum(1 << (ord(letter) - ord('a')) for letter in letters)


def main(path, out):
    sets, of = read(path)
    pages, index = paginate(of)
    if len(sets) > 256 or len(pages) > 256:
        sys.exit('%s: more than a byte can number' % path)
    with open(out, 'w', encoding='utf-8') as file:
        file.write('/* Made by resources/pinyin/compile.py. */\n#pragma once\n\n'
                   '#include <glib.h>\n\n'
                   '/* Bits of letters, from a on. */\n'
                   'static const struct\n{\n  guint32 common;\n'
                   '  guint32 further;\n} initial_sets[] = {\n')
        for common, further in sets:
            file.write('  { %#x, %#x },\n' % (mask(common), mask(further)))
        file.write('};\n\nstatic const guint8 initial_index[] = {\n%s\n};\n\n'
                   'static const guint8 initial_pages[][256] = {\n'
                   % rows(index))
        for page in pages:
            file.write('  {\n%s\n  },\n' % rows(page))
        file.write('};\n')


main(sys.argv[1], sys.argv[2])
