import { createColors } from "picocolors";
import { stopsDeployment } from "../check/stops-deployment";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { previewJson } from "../preview/preview-json";
import { previewStreet } from "../preview/preview-street";
import { previewText } from "../show/preview-text";

export interface PreviewArgs {
    /** Names as the user typed them; none means all four. */
    readonly environments: readonly string[];
    readonly json: boolean;
    /** ISO date. */
    readonly today: string;
}

/** `otap preview`: runs the program and the policy pack for the environments, and shows what they say. */
export async function preview({ environments, json, today }: PreviewArgs, io: Io): Promise<number> {
    const previews = await previewStreet({ root: io.root, environments, today }, (line) => io.progress(line));
    io.progress("");
    io.out(
        json
            ? stableJson(previewJson(previews, today))
            : previewText(previews, { today, columns: io.columns, colours: createColors(io.colour) }),
    );
    return previews.some(({ findings }) => findings.some(stopsDeployment)) ? EXIT.violations : EXIT.fine;
}
