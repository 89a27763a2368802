import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadStreet } from "../../stacks/settings/load-street";
import { accessRows } from "../commands/access";
import { accessPage } from "./access-page";
import { pageDate } from "./page-date";

const ROOT = resolve(__dirname, "../..");

async function write(): Promise<void> {
    const today = pageDate(loadStreet(ROOT));
    const rows = await accessRows(ROOT, [], today, () => {});
    writeFileSync(join(ROOT, "docs/access.md"), accessPage(rows, today));
}

void write();
