#!/usr/bin/env bash
# Carries out the plan that was approved, and nothing else:
# apply.sh <environment> <folder with plan.json> <digest of the plan> <digest of the deployment on which it was made>
# The engine runs the program again and stops at the first step that is not in the plan: other settings, or another day on which something
# ends. It does not see that something else was deployed meanwhile: a plan holds new values and no old ones, so that one from 1 to 2 would
# be carried out from 3 to 2 as well. Then a new run makes a new plan.
set -euo pipefail
environment=$1
plan=$2/plan.json
digest=${3:?digest of the plan}
planned=${4:?digest of the deployment}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/annotate.sh"

if [ "$(sha256sum "$plan" | cut -d ' ' -f 1)" != "$digest" ]; then
    fault "$environment: the plan is not the one that was made in this run; start a new run"
    exit 1
fi
deployed=$(pulumi stack export --stack "$environment" | node "$here/deployment-digest.js")
if [ "$deployed" != "$planned" ]; then
    fault "$environment: something was deployed since this plan was made, so that it says less than it would do; start a new run"
    exit 1
fi
. "$here/database-session.sh"
if ! pulumi up --stack "$environment" --non-interactive --yes --plan "$plan" \
    --policy-pack policies --policy-pack-config "policies/config/$environment.json"; then
    fault "$environment: up ended before the plan was carried out; mend what it says and start a new run, which plans what is left"
    exit 1
fi
