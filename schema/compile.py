#!/usr/bin/env python3
"""Turns the SQL of this folder into C.

usage: compile.py OUT.h OUT.c FILE.sql ...

A migration (0001-books.sql) becomes one text; a file of queries becomes one
text a query, named by its line "-- name: expenditure_list". The structure
that each migration leads to becomes a fingerprint.
"""
import hashlib
import re
import sqlite3
import sys


def literal(text):
    """The C string literal of text, a line of SQL a line of C."""
    quoted = text.replace('\\', '\\\\').replace('"', '\\"')
    return '\n'.join('  "%s\\n"' % line for line in quoted.splitlines())


def queries(path, text):
    """The (name, sql) pairs of a file of queries; comments stay behind."""
    for block in re.split(r'^-- name: ', text, flags=re.M)[1:]:
        name, _, sql = block.partition('\n')
        if not re.fullmatch(r'[a-z][a-z0-9_]*', name):
            sys.exit('%s: "%s" is no name for a query' % (path, name))
        lines = [x for x in sql.splitlines() if not x.startswith('--')]
        sql = '\n'.join(lines).strip()
        if not sql.endswith(';'):
            sys.exit('%s: query %s does not end in ;' % (path, name))
        yield name, sql


def fingerprints(migrations, objects):
    """The SHA-256 of what the query objects gives after each migration."""
    database = sqlite3.connect(':memory:')
    for text in migrations:
        database.executescript(text)
        rows = database.execute(objects)
        lines = ''.join('%s\n' % row for row in rows)
        yield hashlib.sha256(lines.encode()).hexdigest()


def main(out_h, out_c, paths):
    migrations, named = [], {}
    for path in sorted(paths):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        number = re.search(r'/(\d{4})-[a-z-]+\.sql$', path)
        if number:
            if int(number.group(1)) != len(migrations) + 1:
                sys.exit('%s: a migration is missing before it' % path)
            migrations.append(text)
            continue
        for name, sql in queries(path, text):
            if name in named:
                sys.exit('%s: query %s stands there already' % (path, name))
            named[name] = sql

    with open(out_h, 'w', encoding='utf-8') as file:
        file.write('/* Made by schema/compile.py from the SQL beside it. */\n'
                   '#pragma once\n\ntypedef enum\n{\n')
        for name in named:
            file.write('  JH_QUERY_%s,\n' % name.upper())
        file.write('  JH_N_QUERIES,\n} JhQuery;\n\n'
                   '/* The newest version of the schema. */\n'
                   '#define JH_SCHEMA_VERSION %d\n\n'
                   '/* The SQL of @query. Static. */\n'
                   'const char *jh_query_sql (JhQuery query);\n\n'
                   '/* The SQL that leads from version @version - 1 to '
                   '@version. Static. */\n'
                   'const char *jh_migration_sql (unsigned version);\n\n'
                   '/* The SHA-256 of the structure of @version, in '
                   'hexadecimal digits. Static. */\n'
                   'const char *jh_migration_fingerprint '
                   '(unsigned version);\n'
                   % len(migrations))
    with open(out_c, 'w', encoding='utf-8') as file:
        file.write('#include "jh-queries.h"\n\n'
                   'static const char *const queries[] = {\n')
        for name, sql in named.items():
            file.write(' /* %s */\n%s,\n' % (name, literal(sql)))
        file.write('};\n\nstatic const char *const migrations[] = {\n')
        for text in migrations:
            file.write('%s,\n' % literal(text))
        file.write('};\n\nstatic const char *const fingerprints[] = {\n')
        for digits in fingerprints(migrations, named['connection_objects']):
            file.write('  "%s",\n' % digits)
        file.write('};\n\nconst char *\njh_query_sql (JhQuery query)\n{\n'
                   '  return queries[query];\n}\n\nconst char *\n'
                   'jh_migration_sql (unsigned version)\n{\n'
                   '  return migrations[version - 1];\n}\n\n'
                   'const char *\n'
                   'jh_migration_fingerprint (unsigned version)\n{\n'
                   '  return fingerprints[version - 1];\n}\n')


main(sys.argv[1], sys.argv[2], sys.argv[3:])
