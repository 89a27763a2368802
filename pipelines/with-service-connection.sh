#!/usr/bin/env bash
# Runs a command as the identity of an Azure DevOps service connection: with-service-connection.sh <command> …
# The task AzureCLI@2 with addSpnToEnvironment sets servicePrincipalId, tenantId and idToken (workload identity federation).
set -euo pipefail
export ARM_USE_OIDC=true
export ARM_CLIENT_ID=${servicePrincipalId:?}
export ARM_TENANT_ID=${tenantId:?}
export ARM_OIDC_TOKEN=${idToken:?}
ARM_SUBSCRIPTION_ID=$(az account show --query id --output tsv)
export ARM_SUBSCRIPTION_ID
exec "$@"
