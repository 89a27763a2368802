import { armTemplates } from "../../arm/templates";
import { loadStreet } from "../../stacks/settings/load-street";
import { EXIT, type Io } from "../io";
import { deployedAnswer } from "../offline/deployed-answer";
import { runEnvironment } from "../offline/plan-environment";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironment } from "../preview/choose-environments";
import { prepareFolder, replaceFolder } from "./replace-folder";

export interface ExportArmArgs {
    readonly environment: string;
    /** Folder for the templates. */
    readonly out: string;
    /** ISO date. */
    readonly today: string;
}

/** `otap export arm`: the planned resources as ARM templates, with every value resolved and secrets masked. */
export async function exportArm({ environment, out, today }: ExportArmArgs, io: Io): Promise<number> {
    const chosen = chooseEnvironment(environment);
    const loaded = loadStreet(io.root)[chosen];
    prepareFolder(out);
    io.progress(`Resolving ${chosen} …`);
    const { resources } = await runEnvironment(loaded, {
        today,
        preview: false,
        answer: deployedAnswer(loaded.settings.subscriptionId),
    });
    const templates = armTemplates(resources, loaded.settings.subscriptionId);
    const files = new Map([...templates].map(([name, template]) => [name, stableJson(template)]));
    replaceFolder(out, files);
    io.progress("");
    io.out(`${files.size} templates in ${out}: ${[...files.keys()].join(", ")}\n`);
    return EXIT.fine;
}
