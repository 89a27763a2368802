#!/usr/bin/env bash
# Sourced: how a run on GitHub or Azure DevOps is told of a fault, besides the log.

# fault <sentence>
fault() {
    if [ "${GITHUB_ACTIONS:-}" = true ]; then
        echo "::error::$1"
    elif [ "${TF_BUILD:-}" = True ]; then
        echo "##vso[task.logissue type=error]$1"
    else
        echo "$1" >&2
    fi
}

# output <name> <value>: for the jobs that follow
output() {
    if [ -n "${GITHUB_OUTPUT:-}" ]; then
        echo "$1=$2" >> "$GITHUB_OUTPUT"
    elif [ "${TF_BUILD:-}" = True ]; then
        echo "##vso[task.setvariable variable=$1;isOutput=true]$2"
    else
        echo "$1=$2"
    fi
}

# page <Markdown file>: on the page of the run
page() {
    if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
        cat "$1" >> "$GITHUB_STEP_SUMMARY"
    elif [ "${TF_BUILD:-}" = True ]; then
        # Read later, by a process in another folder.
        echo "##vso[task.uploadsummary]$(realpath "$1")"
    else
        cat "$1"
    fi
}
