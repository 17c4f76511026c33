-- A line a report: its text, where that is, and the year that its folder is named by.
COPY (
  SELECT content AS text, filename AS source, regexp_extract(filename, 'year=(\d+)', 1)::INT AS year
  FROM read_text('../spark/reports/*/*.txt')
  ORDER BY filename
) TO 'texts.ndjson' (FORMAT json);
