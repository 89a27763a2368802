#!/usr/bin/env bash
# Puts the package of an environment's release into the package store of one region, from a runner in that region's network:
# package.sh <environment> <primary|secondary>
# Variable: RELEASE_SOURCE, the storage account in whose container `releases` the build of the application leaves its packages.
# A package that is there is never overwritten: sites run from it.
set -euo pipefail
environment=$1
region=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/annotate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

blob() {
    az storage blob "$1" --auth-mode login --account-name "$2" --container-name releases --name "$name" "${@:3}"
}

# judged <file> <where it lies>
judged() {
    if [ "$(sha256sum "$1" | cut -d ' ' -f 1)" != "$digest" ]; then
        fault "$environment: $name in $2 is not the package whose digest the settings name; nothing was uploaded"
        exit 1
    fi
}

pulumi stack export --stack "$environment" > "$work/state.json"
node "$here/package-facts.js" "$environment" "$region" "$work/state.json" > "$work/facts"
{
    read -r name
    read -r digest
    read -r store
} < "$work/facts"

there=$(blob exists "$store" --query exists --output tsv)
if [ "$there" = true ]; then
    blob download "$store" --file "$work/package.zip" --output none
    judged "$work/package.zip" "$store"
    echo "$environment: $name is in $store already"
else
    blob download "$RELEASE_SOURCE" --file "$work/package.zip" --output none
    judged "$work/package.zip" "$RELEASE_SOURCE"
    blob upload "$store" --file "$work/package.zip" --overwrite false --output none
    echo "$environment: $name is in $store now"
fi
