#!/usr/bin/env bash
# What a pull request does, without an account: pull-request.sh <folder for the results>
# Leaves report.txt (text), summary.json (numbers), plan.json and otap.sarif (both only when the settings can be read) and verdict (the
# exit code of otap). Ends with 0 also when a rule is broken, so that the results can be published first; see verdict.sh.
set -euo pipefail
folder=$1
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

verdict=0
# What is told while it works is for a terminal; what is told when it ends badly belongs into the report.
npx otap preview --json > "$folder/plan.json" 2> "$folder/report.txt" || verdict=$?
if [ "$verdict" -le 1 ]; then
    verdict=0
    npx otap check "$folder/plan.json" --format sarif > "$folder/otap.sarif" || [ $? -eq 1 ]
    npx otap check "$folder/plan.json" > "$folder/report.txt" || verdict=$?
else
    rm -f "$folder/plan.json"
fi
node "$here/summary-of-plan.js" "$folder" > "$folder/summary.json"
echo "$verdict" > "$folder/verdict"
cat "$folder/report.txt"
