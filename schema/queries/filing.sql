-- One unit in one year.

-- name: filing_get
SELECT f.id, f.unit, u.code, f.year, f.state, f.unit_name, f.region,
       f.money_unit
  FROM filing AS f JOIN unit AS u ON u.id = f.unit
 WHERE f.id = :id;

-- name: filing_find
SELECT f.id, f.unit, u.code, f.year, f.state, f.unit_name, f.region,
       f.money_unit
  FROM filing AS f JOIN unit AS u ON u.id = f.unit
 WHERE u.code = :code AND f.year = :year;

-- name: filing_list
-- unit '' is every unit, year 0 every year.
SELECT f.id, f.unit, u.code, f.year, f.state, f.unit_name, f.region,
       f.money_unit
  FROM filing AS f JOIN unit AS u ON u.id = f.unit
 WHERE (:code = '' OR u.code = :code) AND (:year = 0 OR f.year = :year)
 ORDER BY u.code, f.year;

-- name: filing_insert
INSERT INTO filing (unit, year, unit_name, region, money_unit)
VALUES (:unit, :year, :unit_name, :region, :money_unit)
RETURNING id;

-- name: filing_update
UPDATE filing SET unit_name = :unit_name, region = :region,
                  money_unit = :money_unit
 WHERE id = :id;

-- name: filing_set_state
UPDATE filing SET state = :state WHERE id = :id;

-- name: filing_delete
DELETE FROM filing WHERE id = :id;

-- name: filing_newest
-- What is shown of books that are opened for the first time.
SELECT id FROM filing ORDER BY year DESC, id DESC LIMIT 1;

-- name: filing_is_locked
-- A row when the filing is 锁定.
SELECT 1 FROM filing WHERE id = :id AND state = '锁定';
