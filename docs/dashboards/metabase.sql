-- Questions for Metabase over an uploaded events.csv: "New -> SQL query", one statement each; the table has the name that the upload gave it.
-- They keep to SQL that PostgreSQL, MySQL and SQLite share.

-- Events by year, without what was only predicted, imagined or denied: a bar chart.
SELECT start_year AS year, COUNT(*) AS events
FROM events
WHERE modality = 'asserted'
GROUP BY start_year
ORDER BY start_year;

-- What is planned, the nearest first: a table.
SELECT date, title, sources, url
FROM events
WHERE modality = 'planned'
ORDER BY start_year, start;

-- Who tells most, and how sure the dates are: a table.
SELECT sources, COUNT(*) AS events, AVG(confidence) AS confidence
FROM events
GROUP BY sources
ORDER BY COUNT(*) DESC, sources;

-- What other evidence dates differently: a list to check.
SELECT title, date, other_dates, sentence
FROM events
WHERE other_dates <> ''
ORDER BY start_year, start;
