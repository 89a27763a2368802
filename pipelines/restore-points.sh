#!/usr/bin/env bash
# Looks whether what customers keep with us could be brought back today: restore-points.sh <environment>
# Azure gives no signal when a restore point is missing. What must be there is what the state says; whether it is there, Azure.
set -euo pipefail
environment=$1
here=$(cd "$(dirname "$0")" && pwd)/restore-points
. "$(dirname "$0")/annotate.sh"
facts=$(mktemp -d)
trap 'rm -rf "$facts"' EXIT

# In an elastic pool this view wants the server role ##MS_ServerStateReader##; it shows no customer's data. Seen from master it holds all
# databases of the server: https://learn.microsoft.com/sql/relational-databases/system-dynamic-management-views/sys-dm-database-backups-azure-sql-database
newest="SET NOCOUNT ON; SELECT logical_database_name, CONVERT(varchar(19), MAX(backup_finish_date), 126) FROM sys.dm_database_backups GROUP BY logical_database_name"

pulumi stack export --stack "$environment" > "$facts/state.json"
node "$here/what-to-ask.js" "$facts/state.json" > "$facts/questions"
# Not standard input: what is asked here could read it, and leave the questions that follow unasked.
while read -r kind name group place <&3; do
    case "$kind" in
        server)
            az sql db list --resource-group "$group" --server "$name" --output json > "$facts/databases-$name.json"
            az sql db ltr-backup list --location "$place" --server "$name" --only-latest-per-database true \
                --output json > "$facts/long-term-$name.json"
            sqlcmd -S "tcp:$name.database.windows.net" -d master --authentication-method ActiveDirectoryDefault -b -h -1 -W -s , \
                -Q "$newest" > "$facts/backups-$name.csv"
            ;;
        instance)
            az dataprotection backup-instance list --resource-group "$group" --vault-name "$place" \
                --output json > "$facts/instances-$place.json"
            az dataprotection recovery-point list --resource-group "$group" --vault-name "$place" \
                --backup-instance-name "$name" --output json > "$facts/points-$name.json"
            ;;
    esac
done 3< "$facts/questions"

if ! node "$here/judge.js" "$facts" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" > "$facts/told"; then
    while read -r sentence; do
        fault "$environment: $sentence"
    done < "$facts/told"
    exit 1
fi
while read -r sentence; do
    echo "$environment: $sentence"
done < "$facts/told"
