#!/usr/bin/env bash
# Opens an issue on a failed night, or adds to the one that is open: post-issue.sh <address of the run>
# Variables: GH_TOKEN, GITHUB_REPOSITORY
set -euo pipefail
run=$1
title="The nightly check found something"
body="The nightly check of drift and restore points failed, or did not come to an end: $run"

number=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --search "in:title \"$title\"" --json number,title |
    TITLE=$title node -e '
        const issues = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
        console.log(issues.find(({ title }) => title === process.env.TITLE)?.number ?? "");')
if [ -n "$number" ]; then
    gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body "$body"
else
    gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --body "$body"
fi
