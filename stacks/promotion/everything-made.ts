import * as pulumi from "@pulumi/pulumi";

/**
 * Notes all resources that the program declares from now on. The function that it returns waits until the engine is done with each of
 * them, and fails where one of them was not made: `--continue-on-error` and `--target` go on without telling the program, and what it
 * would know of that resource stays unknown.
 *
 * What comes after all others could name them in `dependsOn` instead; but the engine walks every path from there, of which there would be
 * twice as many as without it.
 */
export function everythingMade(): () => Promise<void> {
    const declared: pulumi.Resource[] = [];
    pulumi.runtime.registerStackTransformation(({ resource }) => {
        declared.push(resource);
        return undefined;
    });
    return async () => {
        await Promise.all(declared.map(({ urn }) => settled(urn)));
        if (!pulumi.runtime.isDryRun()) {
            await requireKnown(declared.filter((resource) => pulumi.CustomResource.isInstance(resource)));
        }
    };
}

const settled = (urn: pulumi.Output<string>): Promise<void> => new Promise((resolve) => urn.apply(() => resolve()));

/** Names that are told. */
const MOST_TOLD = 5;

async function requireKnown(resources: readonly pulumi.CustomResource[]): Promise<void> {
    const known = await Promise.all(resources.map(isKnown));
    const lacking = resources.filter((_, index) => !known[index]);
    if (lacking.length > 0) {
        const names = await Promise.all(lacking.slice(0, MOST_TOLD).map(({ urn }) => nameOf(urn)));
        const more = lacking.length > MOST_TOLD ? ` and ${lacking.length - MOST_TOLD} more` : "";
        throw new pulumi.RunError(
            `not made as declared: ${names.join(", ")}${more}; so no release is recorded, and the stack's outputs stay as they were. ` +
                "Mend what failed, and run pulumi up without --target, --exclude and --continue-on-error",
        );
    }
}

async function isKnown(resource: pulumi.CustomResource): Promise<boolean> {
    const outputs = Object.values(resource).filter((value) => pulumi.Output.isInstance(value));
    const known = await Promise.all(outputs.map((output) => (output as unknown as Settling).isKnown));
    return known.every((each) => each);
}

/** What the SDK's types leave out of an output. */
interface Settling {
    readonly isKnown: Promise<boolean>;
}

const nameOf = (urn: pulumi.Output<string>): Promise<string> =>
    new Promise((resolve) => urn.apply((text) => resolve(text.split("::").at(-1) as string)));
