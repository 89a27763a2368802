import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { standInDocument } from "./stand-in-document";

// npx ts-node -T sandbox/azure/write-document.ts
writeFileSync(join(__dirname, "../../docs/stand-in.md"), standInDocument());
