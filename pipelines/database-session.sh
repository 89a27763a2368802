#!/usr/bin/env bash
# Sourced, after annotate.sh, before the engine reaches into databases, which it does with tokens from the session of `az`.
# That session gets new tokens only while the token lives with which the service logged it in: 5 minutes on GitHub, 10 on Azure DevOps
# (Azure/login#372, Azure/azure-cli#28708). One that it has it keeps for an hour or more, so it is asked for now and not at the first database.
set -euo pipefail
if ! az account get-access-token --resource https://database.windows.net --output none; then
    fault "no token for the databases: log in to Azure right before this step, in the job that carries it out; nothing was begun"
    exit 1
fi
# DefaultAzureCredential would ask for an identity of the machine first; with this it asks tools that somebody logged in, such as `az`.
export AZURE_TOKEN_CREDENTIALS=dev
