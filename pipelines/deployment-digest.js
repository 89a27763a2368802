/**
 * A digest of what is deployed: deployment-digest.js < output of pulumi stack export
 * It changes with every operation of the engine and every import. Without the ciphertexts: an export may encrypt the same value anew.
 */
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");

const exported = JSON.parse(readFileSync(0, "utf8"), (key, value) => (key === "ciphertext" ? "" : value));

process.stdout.write(`${createHash("sha256").update(JSON.stringify(exported)).digest("hex")}\n`);
