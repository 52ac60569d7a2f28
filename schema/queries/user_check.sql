-- 自定规则.

-- name: user_check_list
SELECT rule, text, state, author, at FROM user_check ORDER BY rule;

-- name: user_check_set
INSERT INTO user_check (rule, text, state, author, at)
VALUES (:rule, :text, :state, :author, :at)
ON CONFLICT (rule)
DO UPDATE SET text = :text, state = :state, author = :author, at = :at;

-- name: user_check_drop
DELETE FROM user_check WHERE rule = :rule;
