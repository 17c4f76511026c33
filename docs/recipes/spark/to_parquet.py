"""Every figure of many reports as a row, in Parquet: python to_parquet.py REPORTS OUT"""

import os
import sys

from pyspark.sql import SparkSession, functions as F

reports, out = sys.argv[1:]
spark = SparkSession.builder.appName("gangmu").getOrCreate()

# A file a row; Spark makes a column of a folder's name, `year=2023`.
texts = spark.read.text(reports, wholetext=True).select(
    F.col("value").alias("text"), F.input_file_name().alias("source"), "year"
)
lines = texts.select(F.to_json(F.struct("text", "source", "year"))).rdd.map(lambda row: row[0])

# One process a partition. A file that holds no text gives a row with an `error`, and in the end the exit code 3; everything else
# that goes wrong ends the job.
# It is found by PATH, which `pipe` would take away.
gangmu = "sh -c 'gangmu - --from ndjson --to ndjson || [ $? = 3 ]'"
answers = lines.pipe(gangmu, env={"PATH": os.environ["PATH"]}, checkCode=True)

# Said here, so that Spark need not read everything once more to find it out.
ROW = """
    source STRING, given STRUCT<year: INT>, place STRING, year INT, section STRING, role STRING, `column` STRING,
    indicator STRING, action STRING, value DOUBLE, upper DOUBLE, unit STRING, kind STRING, bound STRING, change STRING,
    period STRING, sentence STRING, words STRING, start INT, `end` INT, error STRING
"""
rows = spark.read.schema(ROW).json(answers)
rows.withColumn("year", F.coalesce("given.year", "year")).drop("given").write.partitionBy("year").parquet(out, mode="overwrite")

# What was written, read back.
figures = spark.read.parquet(out)
for year, count, wrong in (
    figures.groupBy("year").agg(F.count("value"), F.count("error")).orderBy("year").collect()
):
    print(f"{year}: {count} figures, {wrong} files without a text")
rates = figures.where("`column` LIKE '%调解成功率' AND unit = '%'").select("place", "year", "value")
for place, year, value in rates.orderBy("place", "year").collect():
    print(place, year, f"{value}%")
