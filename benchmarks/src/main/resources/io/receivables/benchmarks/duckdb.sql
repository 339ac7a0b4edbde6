-- @csv
-- What is in the files, text and all.
CREATE VIEW invoices AS FROM read_csv('${folder}/invoices.csv', header = true, columns = {
    invoice_id: 'VARCHAR', customer_id: 'VARCHAR', type: 'VARCHAR', currency: 'VARCHAR',
    issue_date: 'DATE', due_date: 'DATE', amount: 'DECIMAL(18, 2)', settled_date: 'DATE'});
CREATE VIEW payments AS FROM read_csv('${folder}/payments.csv', header = true, columns = {
    payment_id: 'VARCHAR', invoice_id: 'VARCHAR', date: 'DATE', amount: 'DECIMAL(18, 2)'})

-- @documents
-- Documents, customers and currencies are small numbers, amounts are minor units: what is fastest for DuckDB.
CREATE TABLE documents AS
SELECT CAST(substr(invoice_id, 2) AS INTEGER) - 10000000 AS document,
       CAST(substr(customer_id, 2) AS INTEGER) - 1000000 AS customer,
       CAST(list_position(['CAD', 'EUR', 'USD'], currency) - 1 AS TINYINT) AS currency,
       type = 'CREDIT_NOTE' AS credit, issue_date AS issued, due_date AS due,
       CAST(amount * 100 AS BIGINT) AS amount, settled_date AS refunded
FROM invoices

-- @settlements
CREATE TABLE settlements AS
SELECT CAST(substr(invoice_id, 2) AS INTEGER) - 10000000 AS document, date AS settled,
       CAST(amount * 100 AS BIGINT) AS amount
FROM payments
UNION ALL
SELECT document, refunded, amount FROM documents WHERE refunded IS NOT NULL

-- @intervals
-- Documents and settlements joined beforehand: a row counts from a day until the day from which its document is settled.
-- A part paid before that day is a negative row of its own.
WITH paid AS (
    SELECT document, sum(amount) AS paid, max(settled) AS last FROM settlements GROUP BY document),
spans AS (
    SELECT documents.*, CASE WHEN paid = amount THEN last ELSE DATE '9999-12-31' END AS until
    FROM documents LEFT JOIN paid USING (document))
SELECT customer, currency, credit, due, issued AS since, until, amount, true AS sale FROM spans
UNION ALL
SELECT customer, currency, credit, due, settled, until, -s.amount, false
FROM settlements s JOIN spans USING (document) WHERE settled < until

-- @flat-open
SELECT customer, currency, credit, due, amount
FROM intervals WHERE since <= DATE '${asOf}' AND until > DATE '${asOf}'

-- @join-open
-- Documents and settlements are added up before the join, so that only open documents are joined.
SELECT customer, currency, credit, due, balance AS amount
FROM documents JOIN (
    SELECT document, sum(amount)::BIGINT AS balance
    FROM (SELECT document, amount FROM documents WHERE issued <= DATE '${asOf}'
          UNION ALL
          SELECT document, -amount FROM settlements WHERE settled <= DATE '${asOf}')
    GROUP BY document HAVING balance <> 0) USING (document)

-- @aging
-- The four group columns are packed into one number: twice as fast as grouping by four columns.
SELECT DATE '${asOf}' AS day, cell // 64 AS customer, cell // 16 % 4 AS currency, cell % 16 AS part, figure
FROM (SELECT customer * 64 + currency::INTEGER * 16 + credit::INTEGER * 8
             + CASE WHEN due >= DATE '${asOf}' THEN 0 WHEN due >= DATE '${asOf}' - 30 THEN 1
                    WHEN due >= DATE '${asOf}' - 60 THEN 2 WHEN due >= DATE '${asOf}' - 90 THEN 3
                    ELSE 4 END AS cell,
             sum(amount) AS figure
      FROM (${open}) GROUP BY cell)

-- @totals
SELECT DATE '${asOf}' AS day, -1 AS customer, cell // 16 AS currency, cell % 16 AS part, figure
FROM (SELECT currency::INTEGER * 16 + credit::INTEGER * 8
             + CASE WHEN due >= DATE '${asOf}' THEN 0 WHEN due >= DATE '${asOf}' - 30 THEN 1
                    WHEN due >= DATE '${asOf}' - 60 THEN 2 WHEN due >= DATE '${asOf}' - 90 THEN 3
                    ELSE 4 END AS cell,
             sum(amount) AS figure
      FROM (${open}) GROUP BY cell)

-- @flat-changes
SELECT currency, since AS day,
       sum(CASE WHEN credit THEN -amount ELSE amount END) AS owed,
       sum(CASE WHEN credit THEN -amount ELSE amount END) FILTER (sale) AS sold
FROM intervals GROUP BY ALL
UNION ALL
SELECT currency, until, sum(CASE WHEN credit THEN amount ELSE -amount END), NULL
FROM intervals GROUP BY ALL

-- @join-changes
SELECT currency, issued AS day,
       sum(CASE WHEN credit THEN -amount ELSE amount END) AS owed,
       sum(CASE WHEN credit THEN -amount ELSE amount END) AS sold
FROM documents GROUP BY ALL
UNION ALL
SELECT currency, settled, sum(CASE WHEN credit THEN s.amount ELSE -s.amount END), NULL
FROM settlements s JOIN documents USING (document) GROUP BY ALL

-- @dso
WITH changes AS (${changes}),
daily AS (
    SELECT currency, day, sum(owed) AS owed, coalesce(sum(sold), 0) AS sold FROM changes GROUP BY ALL),
running AS (
    SELECT currency, day, sum(owed) OVER by_day AS owed, sum(sold) OVER by_day AS sold
    FROM daily WINDOW by_day AS (PARTITION BY currency ORDER BY day)),
starts AS (
    SELECT currency, min(day) AS start FROM running GROUP BY currency),
points AS (
    SELECT month_ends.day, currency, min(start) AS start,
           arg_max(owed, running.day) AS owed,
           arg_max(sold, running.day) AS sold,
           coalesce(arg_max(sold, running.day) FILTER (running.day <= month_ends.day - 90), 0) AS sold_before
    FROM month_ends JOIN running ON running.day <= month_ends.day JOIN starts USING (currency)
    GROUP BY ALL),
months AS (
    SELECT day, currency,
           sold - coalesce(lag(sold) OVER (PARTITION BY currency ORDER BY day), 0) AS sold
    FROM points),
walks AS (
    SELECT points.day, points.currency, months.day AS month_end, owed, months.sold,
           sum(greatest(months.sold, 0)) OVER (
               PARTITION BY points.currency, points.day ORDER BY months.day DESC) AS consumed
    FROM points JOIN months ON months.currency = points.currency AND months.day <= points.day),
hits AS (
    SELECT day, currency, month_end, sold AS last_sold, consumed
    FROM walks WHERE sold > 0 AND consumed >= owed AND consumed - sold < owed)
SELECT day, -1 AS customer, currency, 0 AS part, millionths(owed * 90, sold - sold_before) AS figure
FROM points WHERE start <= day - 89 AND sold > sold_before AND owed <> 0
UNION ALL
SELECT day, -1, currency, 1, count_back(day, start, month_end, owed, last_sold, consumed)
FROM points LEFT JOIN hits USING (day, currency) WHERE owed > 0

-- @flat-movements
SELECT customer, currency, since AS day,
       CASE WHEN NOT sale THEN 0 WHEN credit THEN -amount ELSE amount END AS sold,
       CASE WHEN until <= DATE '${asOf}' THEN 0 WHEN credit THEN -amount ELSE amount END AS owed
FROM intervals WHERE since <= DATE '${asOf}'

-- @join-movements
SELECT customer, currency, issued AS day,
       CASE WHEN credit THEN -amount ELSE amount END AS sold,
       CASE WHEN credit THEN -balance ELSE balance END AS owed
FROM documents LEFT JOIN (
    SELECT document, sum(amount)::BIGINT AS balance
    FROM (SELECT document, amount FROM documents WHERE issued <= DATE '${asOf}'
          UNION ALL
          SELECT document, -amount FROM settlements WHERE settled <= DATE '${asOf}')
    GROUP BY document HAVING balance <> 0) USING (document)
WHERE issued <= DATE '${asOf}'

-- @customer-dso
WITH cells AS (
    SELECT (customer * 4 + currency::INTEGER) * 64 + ((year(day) - 2024) * 12 + month(day) - 1)::INTEGER AS cell,
           sum(sold)::BIGINT AS sold, sum(owed)::BIGINT AS owed
    FROM (${movements}) GROUP BY cell),
owing AS (
    SELECT cell // 64 AS account, sum(owed)::BIGINT AS owed, min(cell % 64) AS first FROM cells GROUP BY account
    HAVING sum(owed) > 0),
walks AS (
    SELECT account, owing.owed, sold, cell % 64 AS month,
           sum(greatest(sold, 0)) OVER (
               PARTITION BY account ORDER BY cell DESC ROWS UNBOUNDED PRECEDING) AS consumed
    FROM owing JOIN cells ON cell // 64 = account),
hits AS (
    SELECT account, month, sold, consumed
    FROM walks WHERE sold > 0 AND consumed >= owed AND consumed - sold < owed)
SELECT DATE '${asOf}' AS day, account // 4 AS customer, account % 4 AS currency, 1 AS part,
       count_back(DATE '${asOf}', make_date(2024 + first // 12, first % 12 + 1, 1),
           last_day(make_date(2024 + month // 12, month % 12 + 1, 1)), owed, sold, consumed) AS figure
FROM owing LEFT JOIN hits USING (account)

-- @month-ends
CREATE TABLE month_ends AS
SELECT last_day(month::DATE) AS day FROM range(DATE '2024-01-01', DATE '2027-01-01', INTERVAL 1 MONTH) t(month)

-- @millionths
-- a / b in millionths, rounded half up
CREATE MACRO millionths(a, b) AS
    sign(a)::HUGEINT * ((2000000 * abs(a)::HUGEINT + b::HUGEINT) // nullif(2 * b::HUGEINT, 0))

-- @count-back
-- Over the months back from a date: those before which the receivables are used up, or all days since the first.
CREATE MACRO count_back(day, start, month_end, owed, sold, consumed) AS coalesce(
    (day - month_end) * 1000000::HUGEINT + millionths(day(month_end) * (owed - consumed + sold), sold),
    (day - date_trunc('month', start)::DATE + 1) * 1000000::HUGEINT)
