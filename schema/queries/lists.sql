-- The lists: codes with their years, and words that come from a fixed list.

-- name: functional_code_list
SELECT code, name FROM functional_code
 WHERE :year BETWEEN valid_from AND valid_to ORDER BY code;

-- name: economic_code_list
SELECT code, name FROM economic_code
 WHERE :year BETWEEN valid_from AND valid_to ORDER BY code;

-- name: functional_code_other_years
-- Codes known, but not in :year: "2010308|2007|2023" a row.
SELECT code, name, valid_from, valid_to FROM functional_code
 WHERE :year NOT BETWEEN valid_from AND valid_to
 ORDER BY code, valid_from;

-- name: economic_code_other_years
SELECT code, name, valid_from, valid_to FROM economic_code
 WHERE :year NOT BETWEEN valid_from AND valid_to
 ORDER BY code, valid_from;

-- name: class_list_get
-- The list of the longest region that :region begins with.
SELECT code FROM class_list
 WHERE :year BETWEEN valid_from AND valid_to
   AND region = (SELECT region FROM class_list
                  WHERE :year BETWEEN valid_from AND valid_to
                    AND substr (:region, 1, length (region)) = region
                  ORDER BY length (region) DESC LIMIT 1)
 ORDER BY ordinal;

-- name: code_change_list
-- The changes that fall after :from and not after :to, in their order.
SELECT list, code, successor FROM code_change
 WHERE year > :from AND year <= :to ORDER BY year, list, code;

-- name: fund_list
SELECT name, is_fiscal FROM fund ORDER BY ordinal;

-- name: income_source_list
SELECT name, fund FROM income_source ORDER BY ordinal;

-- name: expenditure_category_list
SELECT name FROM expenditure_category ORDER BY ordinal;

-- name: carryover_kind_list
SELECT name, side FROM carryover_kind ORDER BY ordinal;

-- name: sangong_item_list
SELECT name FROM sangong_item ORDER BY ordinal;

-- name: assessment_line_list
SELECT name FROM assessment_line ORDER BY ordinal;

-- name: fact_name_list
SELECT name, kind FROM fact_name ORDER BY ordinal;
