-- Migration 4: finding one's way in a long log.

-- The tables that a change touched; that of an undo or redo are those of the
-- change that it undid or redid. filing (0 for none) and author are those of
-- the entry, kept here as well so that a list of one table need not look up
-- every entry of a long log. What older changes touched is filled in from
-- their records.
CREATE TABLE change_table (
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 60),
  change INTEGER NOT NULL REFERENCES change (id),
  filing INTEGER NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (name, change)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_author ON change (author, id);
CREATE INDEX change_filing ON change (filing, id);

PRAGMA user_version = 4;
