#!/usr/bin/env bash
# Compares what is deployed with what the settings say: drift.sh <environment>
set -euo pipefail
environment=$1
. "$(dirname "$0")/annotate.sh"
. "$(dirname "$0")/database-session.sh"

if ! pulumi preview --stack "$environment" --non-interactive --refresh --expect-no-changes --diff \
    --policy-pack policies --policy-pack-config "policies/config/$environment.json"; then
    fault "$environment: what is deployed is not what the settings say, or could not be compared; the log says which"
    exit 1
fi
