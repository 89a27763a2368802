#!/usr/bin/env bash
# Puts a comment on the pull request of a finished run, or edits the one that is there: post-comment.sh <Markdown file>
# Which pull request that is, the event says and never the artifact: its code could name another one.
# Variables: GH_TOKEN, GITHUB_REPOSITORY, HEAD_OWNER, HEAD_BRANCH, HEAD_SHA
set -euo pipefail
file=$1
marker=$(head -n 1 "$file")

number=$(gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f head="$HEAD_OWNER:$HEAD_BRANCH" |
    node -e '
        const pulls = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
        console.log(pulls.find(({ head }) => head.sha === process.env.HEAD_SHA)?.number ?? "");')
if [ -z "$number" ]; then
    echo "No open pull request has $HEAD_SHA as its last commit any more: a newer run comments."
    exit 0
fi

comment=$(gh api --paginate --slurp "repos/$GITHUB_REPOSITORY/issues/$number/comments" |
    MARKER=$marker node -e '
        const comments = JSON.parse(require("node:fs").readFileSync(0, "utf8")).flat();
        const ours = ({ user, body }) => user.login === "github-actions[bot]" && body.startsWith(process.env.MARKER);
        console.log(comments.find(ours)?.id ?? "");')
if [ -n "$comment" ]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F "body=@$file" --silent
else
    gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$number/comments" -F "body=@$file" --silent
fi
