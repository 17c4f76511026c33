-- In which towns the 调解成功率 fell, by how many points, and in which sentence that stands.
WITH rates AS (
  SELECT place, given.year AS year, value, sentence
  FROM read_json('figures.ndjson')
  -- A goal and a change have columns of their own: 调解成功率（计划）, 调解成功率（增减）.
  WHERE "column" LIKE '%调解成功率' AND unit = '%'
)
SELECT this.place, this.year, last.value AS before, this.value AS after, round(this.value - last.value, 2) AS points, this.sentence
FROM rates AS this JOIN rates AS last ON last.place = this.place AND last.year = this.year - 1
WHERE this.value < last.value
ORDER BY points;
