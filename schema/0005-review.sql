-- Migration 5: what people say to findings; rules and limits of their own.
--
-- Moments (at, first_seen) are in UTC, such as 2026-11-25T08:00:00Z.

-- 审核说明: why a finding is accepted. rule and instance name the finding.
-- figures is what it was found from when this was written: with other
-- figures the words no longer count. They stay when the filing is brought in
-- anew, and go with it.
CREATE TABLE waiver (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (length (rule) BETWEEN 1 AND 60),
  instance TEXT NOT NULL CHECK (length (instance) <= 4000),
  words TEXT NOT NULL CHECK (length (words) BETWEEN 1 AND 4000),
  author TEXT NOT NULL CHECK (length (author) BETWEEN 1 AND 200),
  at TEXT NOT NULL CHECK (length (at) = 20 AND at GLOB '[0-9]*-*T*:*Z'),
  figures TEXT NOT NULL CHECK (length (figures) <= 1000000),
  UNIQUE (filing, rule, instance)
) STRICT;

CREATE TRIGGER waiver_locked_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER waiver_locked_update BEFORE UPDATE ON waiver
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER waiver_locked_delete BEFORE DELETE ON waiver
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;

-- Since when each finding of a filing is open. Nobody's doing: no part of the
-- log, not undone, and no lock is in the way.
CREATE TABLE finding_seen (
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (length (rule) BETWEEN 1 AND 60),
  instance TEXT NOT NULL CHECK (length (instance) <= 4000),
  first_seen TEXT NOT NULL
    CHECK (length (first_seen) = 20 AND first_seen GLOB '[0-9]*-*T*:*Z'),
  PRIMARY KEY (filing, rule, instance)
) STRICT, WITHOUT ROWID;

-- 自定规则: text is the rule as resources/checks/README.md tells, which may
-- be wrong; one that is not 启用 is kept and not run.
CREATE TABLE user_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL UNIQUE CHECK (length (rule) BETWEEN 1 AND 60),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 20000),
  state TEXT NOT NULL CHECK (state IN ('启用', '停用')),
  author TEXT NOT NULL CHECK (length (author) BETWEEN 1 AND 200),
  at TEXT NOT NULL CHECK (length (at) = 20 AND at GLOB '[0-9]*-*T*:*Z')
) STRICT;

-- 限额 that rules ask for by name; value as typed, such as 120元, 30%, 20.
CREATE TABLE check_limit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length (value) BETWEEN 1 AND 40)
) STRICT;

-- The changes that undo passes over: a lock and an unlock, which somebody
-- answers for by name. A table of its own, so that undo finds its way without
-- reading the records.
CREATE TABLE change_final (
  change INTEGER PRIMARY KEY REFERENCES change (id)
) STRICT;

PRAGMA user_version = 5;
