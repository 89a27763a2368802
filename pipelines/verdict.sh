#!/usr/bin/env bash
# Ends as otap did in pull-request.sh: verdict.sh <folder with the results>
set -euo pipefail
exit "$(cat "$1/verdict")"
