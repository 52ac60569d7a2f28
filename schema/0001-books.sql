-- Migration 1: the books.
--
-- Money is an integer of 分; NULL is blank, which is not zero. Every row of a
-- filing names the filing, and a trigger refuses to touch it once the filing
-- is 锁定. Codes are text that may be wrong (a check finds them); words that
-- come from a fixed list refer to it.

PRAGMA application_id = 1246250057; -- "JHBI"

-- Lists ----------------------------------------------------------------------

-- 功能分类: 类, 款 and 项 are 3, 5 and 7 digits. A code may carry another name
-- in other years.
CREATE TABLE functional_code (
  code TEXT NOT NULL CHECK (length (code) IN (3, 5, 7)
                            AND code NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  valid_from INTEGER NOT NULL CHECK (valid_from BETWEEN 1949 AND 9999),
  valid_to INTEGER NOT NULL CHECK (valid_to BETWEEN valid_from AND 9999),
  source TEXT NOT NULL CHECK (source IN ('verified', 'memory', 'user')),
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- 部门预算支出经济分类: 类 and 款 are 3 and 5 digits.
CREATE TABLE economic_code (
  code TEXT NOT NULL CHECK (length (code) IN (3, 5)
                            AND code NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  valid_from INTEGER NOT NULL CHECK (valid_from BETWEEN 1949 AND 9999),
  valid_to INTEGER NOT NULL CHECK (valid_to BETWEEN valid_from AND 9999),
  source TEXT NOT NULL CHECK (source IN ('verified', 'memory', 'user')),
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- A code that gave way to another: from `year` on, what stood under `code`
-- stands under `successor`.
CREATE TABLE code_change (
  list TEXT NOT NULL CHECK (list IN ('functional', 'economic')),
  code TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
  successor TEXT NOT NULL CHECK (successor <> code),
  PRIMARY KEY (list, code, year)
) STRICT, WITHOUT ROWID;

-- The 类 that 公开01 and 公开04 print, in their order. The list of the longest
-- `region` that a filing's 行政区划 begins with is taken; '' is everywhere.
CREATE TABLE class_list (
  region TEXT NOT NULL CHECK (region NOT GLOB '*[^0-9]*'),
  valid_from INTEGER NOT NULL,
  valid_to INTEGER NOT NULL CHECK (valid_to >= valid_from),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  code TEXT NOT NULL CHECK (length (code) = 3),
  PRIMARY KEY (region, valid_from, ordinal),
  UNIQUE (region, valid_from, code)
) STRICT, WITHOUT ROWID;

-- 资金: the three fiscal appropriations, and all that is none.
CREATE TABLE fund (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE,
  is_fiscal INTEGER NOT NULL CHECK (is_fiscal IN (0, 1))
) STRICT, WITHOUT ROWID;

-- 收入来源, and the fund that its money belongs to.
CREATE TABLE income_source (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE,
  fund TEXT NOT NULL REFERENCES fund (name)
) STRICT, WITHOUT ROWID;

CREATE TABLE expenditure_category (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- side: 1 stands with the income, -1 with the expenditure.
CREATE TABLE carryover_kind (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE,
  side INTEGER NOT NULL CHECK (side IN (1, -1))
) STRICT, WITHOUT ROWID;

CREATE TABLE sangong_item (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- The lines of a form's money table.
CREATE TABLE assessment_line (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Facts of a unit that the program knows by name; others are kept as words.
CREATE TABLE fact_name (
  name TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('words', 'count', 'money', 'yes'))
) STRICT, WITHOUT ROWID;

-- Units and filings ----------------------------------------------------------

CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (length (code) BETWEEN 1 AND 60)
) STRICT;

-- One unit in one year. The name is the one published that year. money_unit
-- is the unit in which the filing's figures were entered and are published.
CREATE TABLE filing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit INTEGER NOT NULL REFERENCES unit (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
  state TEXT NOT NULL DEFAULT '填报'
    CHECK (state IN ('填报', '审核', '锁定')),
  unit_name TEXT NOT NULL CHECK (length (unit_name) BETWEEN 1 AND 200),
  region TEXT NOT NULL DEFAULT ''
    CHECK (length (region) <= 12 AND region NOT GLOB '*[^0-9]*'),
  money_unit TEXT NOT NULL CHECK (money_unit IN ('元', '万元')),
  UNIQUE (unit, year)
) STRICT;

-- Tables of a filing ---------------------------------------------------------
--
-- An id is never used again (AUTOINCREMENT): rows that replace others would
-- else be taken for changes of these, and could not be undone where keys
-- change places.

-- What is told of the unit that year, one value a row: words, a count, or
-- money. 是 and 否 are the counts 1 and 0.
CREATE TABLE filing_fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  words TEXT CHECK (length (words) BETWEEN 1 AND 4000),
  count INTEGER CHECK (count BETWEEN 0 AND 1000000000),
  amount INTEGER CHECK (amount BETWEEN -100000000000000
                           AND 100000000000000),
  CHECK ((words IS NOT NULL) + (count IS NOT NULL)
         + (amount IS NOT NULL) = 1),
  UNIQUE (filing, name)
) STRICT;

-- 收入, by source and functional item.
CREATE TABLE income (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES income_source (name),
  functional TEXT NOT NULL CHECK (length (functional) BETWEEN 1 AND 20),
  initial INTEGER CHECK (initial BETWEEN -100000000000000
                           AND 100000000000000),
  full_year INTEGER CHECK (full_year BETWEEN -100000000000000
                           AND 100000000000000),
  actual INTEGER CHECK (actual BETWEEN -100000000000000
                           AND 100000000000000)
) STRICT;
CREATE INDEX income_filing ON income (filing);

-- The expenditure fact: all expenditure sheets are sums of it. project is the
-- project's number, '' for none.
CREATE TABLE expenditure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  functional TEXT NOT NULL CHECK (length (functional) BETWEEN 1 AND 20),
  economic TEXT NOT NULL CHECK (length (economic) BETWEEN 1 AND 20),
  category TEXT NOT NULL REFERENCES expenditure_category (name),
  fund TEXT NOT NULL REFERENCES fund (name),
  project TEXT NOT NULL DEFAULT '' CHECK (length (project) <= 60),
  initial INTEGER CHECK (initial BETWEEN -100000000000000
                           AND 100000000000000),
  full_year INTEGER CHECK (full_year BETWEEN -100000000000000
                           AND 100000000000000),
  actual INTEGER CHECK (actual BETWEEN -100000000000000
                           AND 100000000000000)
) STRICT;
CREATE INDEX expenditure_filing ON expenditure (filing);

-- 结转和结余, by fund.
CREATE TABLE carryover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  fund TEXT NOT NULL REFERENCES fund (name),
  kind TEXT NOT NULL REFERENCES carryover_kind (name),
  amount INTEGER CHECK (amount BETWEEN -100000000000000
                           AND 100000000000000)
) STRICT;
CREATE INDEX carryover_filing ON carryover (filing);

-- 项目, by the number that other rows name.
CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 60),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 300),
  type TEXT NOT NULL DEFAULT '' CHECK (length (type) <= 100),
  department TEXT NOT NULL DEFAULT '' CHECK (length (department) <= 200),
  implementer TEXT NOT NULL DEFAULT '' CHECK (length (implementer) <= 200),
  goal TEXT NOT NULL DEFAULT '' CHECK (length (goal) <= 8000),
  outcome TEXT NOT NULL DEFAULT '' CHECK (length (outcome) <= 8000),
  UNIQUE (filing, code)
) STRICT;

-- The money table of a form. object is 整体 or a project's number. stated_rate
-- keeps the digits as typed: 99 and 99.00 promise different things.
CREATE TABLE assessment_fund (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  object TEXT NOT NULL CHECK (length (object) BETWEEN 1 AND 60),
  line TEXT NOT NULL REFERENCES assessment_line (name),
  initial INTEGER CHECK (initial BETWEEN -100000000000000
                           AND 100000000000000),
  full_year INTEGER CHECK (full_year BETWEEN -100000000000000
                           AND 100000000000000),
  actual INTEGER CHECK (actual BETWEEN -100000000000000
                           AND 100000000000000),
  stated_rate TEXT NOT NULL DEFAULT ''
    CHECK (length (stated_rate) <= 20 AND stated_rate NOT GLOB '*[^-0-9.]*'),
  UNIQUE (filing, object, line)
) STRICT;

-- 绩效指标. target and actual are kept as typed; weight and score are
-- hundredths of a point.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  object TEXT NOT NULL CHECK (length (object) BETWEEN 1 AND 60),
  level1 TEXT NOT NULL DEFAULT '' CHECK (length (level1) <= 100),
  level2 TEXT NOT NULL DEFAULT '' CHECK (length (level2) <= 100),
  level3 TEXT NOT NULL CHECK (length (level3) BETWEEN 1 AND 300),
  nature TEXT NOT NULL DEFAULT '' CHECK (nature IN ('', '定量', '定性')),
  operator TEXT NOT NULL DEFAULT ''
    CHECK (operator IN ('', '≥', '≤', '=', '>', '<')),
  target TEXT NOT NULL DEFAULT '' CHECK (length (target) <= 1000),
  measure TEXT NOT NULL DEFAULT '' CHECK (length (measure) <= 40),
  actual TEXT NOT NULL DEFAULT '' CHECK (length (actual) <= 1000),
  weight INTEGER CHECK (weight BETWEEN -100000000 AND 100000000),
  score INTEGER CHECK (score BETWEEN -100000000 AND 100000000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length (reason) <= 4000)
) STRICT;
CREATE INDEX indicator_filing ON indicator (filing);

-- “三公”, all fiscal appropriations.
CREATE TABLE sangong (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  item TEXT NOT NULL REFERENCES sangong_item (name),
  initial INTEGER CHECK (initial BETWEEN -100000000000000
                           AND 100000000000000),
  full_year INTEGER CHECK (full_year BETWEEN -100000000000000
                           AND 100000000000000),
  actual INTEGER CHECK (actual BETWEEN -100000000000000
                           AND 100000000000000),
  prior_actual INTEGER CHECK (prior_actual BETWEEN -100000000000000
                           AND 100000000000000),
  UNIQUE (filing, item)
) STRICT;

-- Counts: 批次, 人次, vehicles.
CREATE TABLE quantity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  item TEXT NOT NULL CHECK (length (item) BETWEEN 1 AND 100),
  count INTEGER CHECK (count BETWEEN 0 AND 1000000000),
  measure TEXT NOT NULL DEFAULT '' CHECK (length (measure) <= 40),
  UNIQUE (filing, item)
) STRICT;

-- Last year's figures, for a unit whose last filing is not in the file.
CREATE TABLE prior_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  figure TEXT NOT NULL CHECK (length (figure) BETWEEN 1 AND 100),
  amount INTEGER CHECK (amount BETWEEN -100000000000000
                           AND 100000000000000),
  UNIQUE (filing, figure)
) STRICT;

-- 主要原因 of a figure that moved.
CREATE TABLE reason (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  figure TEXT NOT NULL CHECK (length (figure) BETWEEN 1 AND 100),
  words TEXT NOT NULL CHECK (length (words) BETWEEN 1 AND 4000),
  UNIQUE (filing, figure)
) STRICT;

-- What reports state in prose; checks hold it against the books.
CREATE TABLE stated (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  filing INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  object TEXT NOT NULL CHECK (length (object) BETWEEN 1 AND 60),
  item TEXT NOT NULL CHECK (length (item) BETWEEN 1 AND 100),
  value TEXT NOT NULL DEFAULT '' CHECK (length (value) <= 400),
  measure TEXT NOT NULL DEFAULT '' CHECK (length (measure) <= 40),
  source TEXT NOT NULL DEFAULT '' CHECK (length (source) <= 400)
) STRICT;
CREATE INDEX stated_filing ON stated (filing);

-- The log --------------------------------------------------------------------

-- Every change has a name. kind: do, or undo or redo of `target`. state says
-- of a do whether it holds (done), may be done again (undone), or cannot
-- come back because another change followed (dropped). filing is where it
-- happened, when it happened in one; it may be gone by now. changeset keeps
-- table, before and after.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 400),
  author TEXT NOT NULL CHECK (length (author) BETWEEN 1 AND 200),
  at TEXT NOT NULL CHECK (length (at) BETWEEN 20 AND 30),
  filing INTEGER,
  target INTEGER REFERENCES change (id),
  state TEXT CHECK (state IN ('done', 'undone', 'dropped')),
  changeset BLOB,
  CHECK ((kind = 'do') = (state IS NOT NULL)),
  CHECK ((kind = 'do') = (changeset IS NOT NULL)),
  CHECK ((kind = 'do') = (target IS NULL))
) STRICT;
CREATE INDEX change_state ON change (state, id) WHERE state IS NOT NULL;

-- Locks ----------------------------------------------------------------------

CREATE TRIGGER filing_locked_update BEFORE UPDATE ON filing
WHEN OLD.state = '锁定'
     AND (NEW.state = '锁定' OR NEW.id <> OLD.id OR NEW.unit <> OLD.unit
          OR NEW.year <> OLD.year OR NEW.unit_name <> OLD.unit_name
          OR NEW.region <> OLD.region OR NEW.money_unit <> OLD.money_unit)
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER filing_locked_delete BEFORE DELETE ON filing
WHEN OLD.state = '锁定'
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER filing_fact_locked_insert BEFORE INSERT ON filing_fact
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER filing_fact_locked_update BEFORE UPDATE ON filing_fact
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER filing_fact_locked_delete BEFORE DELETE ON filing_fact
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER income_locked_insert BEFORE INSERT ON income
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER income_locked_update BEFORE UPDATE ON income
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER income_locked_delete BEFORE DELETE ON income
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER expenditure_locked_insert BEFORE INSERT ON expenditure
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER expenditure_locked_update BEFORE UPDATE ON expenditure
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER expenditure_locked_delete BEFORE DELETE ON expenditure
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER carryover_locked_insert BEFORE INSERT ON carryover
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER carryover_locked_update BEFORE UPDATE ON carryover
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER carryover_locked_delete BEFORE DELETE ON carryover
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER project_locked_insert BEFORE INSERT ON project
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER project_locked_update BEFORE UPDATE ON project
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER project_locked_delete BEFORE DELETE ON project
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER assessment_fund_locked_insert BEFORE INSERT ON assessment_fund
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER assessment_fund_locked_update BEFORE UPDATE ON assessment_fund
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER assessment_fund_locked_delete BEFORE DELETE ON assessment_fund
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER indicator_locked_insert BEFORE INSERT ON indicator
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER indicator_locked_update BEFORE UPDATE ON indicator
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER indicator_locked_delete BEFORE DELETE ON indicator
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER sangong_locked_insert BEFORE INSERT ON sangong
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER sangong_locked_update BEFORE UPDATE ON sangong
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER sangong_locked_delete BEFORE DELETE ON sangong
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER quantity_locked_insert BEFORE INSERT ON quantity
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER quantity_locked_update BEFORE UPDATE ON quantity
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER quantity_locked_delete BEFORE DELETE ON quantity
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER prior_year_locked_insert BEFORE INSERT ON prior_year
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER prior_year_locked_update BEFORE UPDATE ON prior_year
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER prior_year_locked_delete BEFORE DELETE ON prior_year
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER reason_locked_insert BEFORE INSERT ON reason
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER reason_locked_update BEFORE UPDATE ON reason
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER reason_locked_delete BEFORE DELETE ON reason
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER stated_locked_insert BEFORE INSERT ON stated
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER stated_locked_update BEFORE UPDATE ON stated
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing, NEW.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;
CREATE TRIGGER stated_locked_delete BEFORE DELETE ON stated
WHEN EXISTS (SELECT 1 FROM filing WHERE state = '锁定'
             AND id IN (OLD.filing))
BEGIN
  SELECT RAISE (ABORT, '这套决算已锁定，先由负责人解锁才能修改');
END;

PRAGMA user_version = 1;
