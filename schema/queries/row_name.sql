-- What tells the row :id of a table from the others, for the log: the columns
-- that people know it by.

-- name: row_name_assessment_fund
SELECT object, line FROM assessment_fund WHERE id = :id;

-- name: row_name_carryover
SELECT fund, kind FROM carryover WHERE id = :id;

-- name: row_name_check_limit
SELECT name FROM check_limit WHERE id = :id;

-- name: row_name_draft
SELECT book, field FROM draft WHERE id = :id;

-- name: row_name_expenditure
SELECT functional, economic, project FROM expenditure WHERE id = :id;

-- name: row_name_filing
SELECT unit_name, year FROM filing WHERE id = :id;

-- name: row_name_filing_fact
SELECT name FROM filing_fact WHERE id = :id;

-- name: row_name_income
SELECT source, functional FROM income WHERE id = :id;

-- name: row_name_indicator
SELECT object, level3 FROM indicator WHERE id = :id;

-- name: row_name_prior_year
SELECT figure FROM prior_year WHERE id = :id;

-- name: row_name_project
SELECT code, name FROM project WHERE id = :id;

-- name: row_name_quantity
SELECT item FROM quantity WHERE id = :id;

-- name: row_name_reason
SELECT figure FROM reason WHERE id = :id;

-- name: row_name_sangong
SELECT item FROM sangong WHERE id = :id;

-- name: row_name_stated
SELECT object, item FROM stated WHERE id = :id;

-- name: row_name_unit
SELECT code FROM unit WHERE id = :id;

-- name: row_name_user_check
SELECT rule FROM user_check WHERE id = :id;

-- name: row_name_waiver
SELECT rule FROM waiver WHERE id = :id;
