#!/usr/bin/env bash
# Plans one environment on the real engine: plan.sh <environment> <folder>
# Leaves plan.json there, which is all that apply.sh may carry out, and summary.md for whoever approves it. Values that are secret stand in
# the plan encrypted by the stack's secrets provider. Outputs: changes (true or false), digest (of the plan) and deployment (digest of what
# is deployed, on which the plan was made).
set -euo pipefail
environment=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/annotate.sh"
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Before the preview: whatever is deployed while it runs makes the plan one of yesterday.
pulumi stack export --stack "$environment" > "$work/deployment.json"
deployment=$(node "$here/deployment-digest.js" < "$work/deployment.json")
status=0
pulumi preview --stack "$environment" --non-interactive --color never --json --show-sames --save-plan "$folder/plan.json" \
    --policy-pack policies --policy-pack-config "policies/config/$environment.json" > "$work/preview.json" || status=$?
checked=0
if [ "$status" -eq 0 ]; then
    npx otap check "$work/preview.json" > "$work/check.txt" || checked=$?
fi
node "$here/summary-of-preview.js" "$environment" "$work" > "$folder/summary.md"
page "$folder/summary.md"
if [ "$status" -ne 0 ]; then
    cat "$folder/summary.md"
    fault "$environment: the preview failed, so there is nothing to approve; the reasons stand above"
    exit 1
fi
if [ "$checked" -ne 0 ]; then
    cat "$work/check.txt"
    fault "$environment: otap check refuses the plan (exit code $checked); the reasons stand above"
    exit 1
fi
changes=$(node "$here/has-changes.js" "$work/preview.json" "$folder/plan.json")
digest=$(sha256sum "$folder/plan.json" | cut -d ' ' -f 1)
output changes "$changes"
output digest "$digest"
output deployment "$deployment"
