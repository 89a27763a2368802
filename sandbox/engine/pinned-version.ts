import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the Go module that pins the engine: `go.mod` says its version, `go.sum` the checksums of all its sources. */
export const moduleFolder = (root: string): string => join(root, "sandbox/engine");

/** The version of the engine that this project is tested with, without a leading `v`. It stands in `go.mod` and nowhere else. */
export function pinnedVersion(root: string): string {
    const text = readFileSync(join(moduleFolder(root), "go.mod"), "utf8");
    const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\d+\.\d+\.\d+)/.exec(text)?.[1];
    if (version === undefined) {
        throw new Error("sandbox/engine/go.mod names no version of github.com/pulumi/pulumi/pkg/v3");
    }
    return version;
}

/** Whether a version can stand in for the pinned one: the same major, and not older. */
export function isRecentEnough(version: string, pinned: string): boolean {
    const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).map(Number);
    const [pinnedMajor = 0, pinnedMinor = 0, pinnedPatch = 0] = pinned.split(".").map(Number);
    return major === pinnedMajor && (minor > pinnedMinor || (minor === pinnedMinor && patch >= pinnedPatch));
}
