#!/usr/bin/env bash
# Tells the steps that follow who approved: approver.sh <environment>
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/annotate.sh"
name=$(node "$here/approver.js" "$1")
output name "$name"
