# Every figure of the reports under a folder, a line each, on every core: sh figures.sh REPORTS > figures.ndjson
set -eu

# A line a report. The order is that of the names, and stays.
find "$1" -name '*.txt' | LC_ALL=C sort | while IFS= read -r file; do
  jq --raw-input --slurp --compact-output --arg source "$file" '{$source, text: .}' "$file"
done |
  parallel --pipe --keep-order --block 1M gangmu - --from ndjson --to ndjson
