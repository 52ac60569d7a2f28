-- Migration 3: a place for every row, and what was typed but is no entry yet.
--
-- place orders the rows of a table in a filing; rows of one place stand as
-- they were entered. It is 0 until somebody puts a row between two others.

ALTER TABLE filing_fact ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE income ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE expenditure ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carryover ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessment_fund ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE indicator ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sangong ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quantity ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE prior_year ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reason ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stated ADD COLUMN place INTEGER NOT NULL DEFAULT 0;

-- A text that the books cannot hold, kept where it was typed until it is
-- mended. `line` is the id of the row in the table `book`, or negative for a
-- row that is not in the books yet; such a row has an entry with the field ''
-- that says it is there. `place` is where it stands among the rows.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  book TEXT NOT NULL CHECK (length (book) BETWEEN 1 AND 60),
  line INTEGER NOT NULL CHECK (line <> 0),
  place INTEGER NOT NULL DEFAULT 0,
  field TEXT NOT NULL CHECK (length (field) <= 60),
  typed TEXT NOT NULL CHECK (length (typed) <= 10000),
  UNIQUE (filing, book, line, field)
) STRICT;

CREATE TRIGGER draft_locked_insert BEFORE INSERT ON draft
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER draft_locked_update BEFORE UPDATE ON draft
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER draft_locked_delete BEFORE DELETE ON draft
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;

PRAGMA user_version = 3;
