import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { loadStreet } from "../../stacks/settings/load-street";
import { planEnvironment } from "../offline/plan-environment";
import { todayFrom } from "../today";
import { availabilityDocument } from "./availability-document";

const ROOT = resolve(__dirname, "../..");

async function write(): Promise<void> {
    const street = loadStreet(ROOT);
    const today = todayFrom(undefined, process.env.OTAP_TODAY, new Date());
    const planned = [];
    for (const environment of ENVIRONMENTS) {
        planned.push([environment, (await planEnvironment(street[environment], today)).resources] as const);
    }
    writeFileSync(join(ROOT, "docs/availability.md"), availabilityDocument(Object.fromEntries(planned)));
}

void write();
