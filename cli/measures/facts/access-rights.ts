import { accessMatrix } from "../../access/access-matrix";
import type { Facts } from "../facts";

/** Measure 2: how many rights people have, how they come by them, who deploys, and when somebody looks at it again. */
export const accessRights: Facts = {
    measure: 2,
    of: ({ loaded, resources, today }) => {
        const rows = accessMatrix({ loaded, resources, today });
        const people = rows.filter(({ kind }) => kind === "people");
        const count = (how: string): number => people.filter((row) => row.how === how).length;
        const platform = rows.filter(({ kind }) => kind === "platform");
        const databases = platform.filter(({ on }) => on.startsWith("database ")).length;
        const readers = rows.filter(({ kind, how }) => kind === "customers" && how === "standing");
        const pipelines = [...new Set(people.filter((row) => row.as === "pipeline").map(({ who }) => who))];
        const reviews = people.flatMap(({ how, nextReview }) => (how === "ended" ? [] : (nextReview ?? []))).sort();
        const [first] = reviews;
        return [
            `rights of people: ${count("standing")} always there, ${count("eligible")} for the asking; ${count("kept elsewhere")} kept elsewhere; ${count("ended")} ended; ${count("not yet")} not yet`,
            `rights of the platform's ${new Set(platform.map(({ who }) => who)).size} identities: ${platform.length - databases}, and users in ${databases} databases`,
            `customers who read their own database: ${readers.map(({ who, until }) => `${who} until ${until}`).join(", ") || "none"}`,
            `who deploys: ${pipelines.join(", ") || "nobody in access.yaml"}`,
            first === undefined
                ? "no right is to be reviewed: there are none"
                : `the next review of a right ${first < today ? "was" : "is"} due on ${first}`,
        ];
    },
};
