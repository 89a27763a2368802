import { BLOB_CONTAINER, STORAGE_ACCOUNT } from "../azure-types";
import { isGiven, UndecidedError } from "../marks";
import type { Props, ResourceView, StackView } from "../model";
import { physicalName } from "../physical-name";
import { stackRule } from "../rule";
import { found, list, text } from "../show";
import { wordsOfContainer } from "../tenant-containers";

/** As `exports`, `dataexport`, `exported` or `export-k7f3`; an exporter is a program. */
const EXPORT = /export(?!er)/;

const LONGEST_DAYS = 30;

/** Judges containers that say by name or metadata that they are for exports, and all of an account that is called so. */
export const stExportLifecycle = stackRule([BLOB_CONTAINER], (container, report, { stack }) => {
    const accounts = container.references("accountName", STORAGE_ACCOUNT);
    const words = [...wordsOfContainer(container), ...accounts.map(nameOf)];
    if (!words.some((word) => EXPORT.test(word))) {
        return;
    }
    if (accounts.length === 0) {
        throw new UndecidedError("its storage account is not in the plan");
    }
    for (const account of accounts) {
        const rules = stack
            .referrers(account, "accountName", "azure-native:storage:ManagementPolicy")
            .flatMap(({ props }) => list(props.policy?.rules));
        const actions = rules
            .filter((rule) => rule?.enabled === true && covers(rule.definition?.filters, container))
            .map((rule) => rule.definition?.actions);
        const off = rules.find((rule) => rule?.enabled !== true);
        const but = off === undefined ? "" : `, and of one of its rules ${found("enabled", off?.enabled)}`;
        if (!actions.some((action) => endsFiles(action?.baseBlob?.delete))) {
            report(`no lifecycle rule deletes what is in it within ${LONGEST_DAYS} days${but}`);
        } else if (
            keepsVersions(account, stack) &&
            !actions.some((action) => isSoon(action?.version?.delete?.[CREATION]))
        ) {
            report(`no lifecycle rule deletes versions of what was in it within ${LONGEST_DAYS} days${but}`);
        }
    }
});

/** With versions, deleting a file only makes it an earlier one. */
const keepsVersions = (account: ResourceView, stack: StackView): boolean =>
    stack
        .referrers(account, "accountName", "azure-native:storage:BlobServiceProperties")
        .some(({ props }) => props.isVersioningEnabled === true);

const nameOf = (account: ResourceView): string => physicalName(account) ?? account.name.toLowerCase();

const CREATION = "daysAfterCreationGreaterThan";

/** Counted from the last access, reading a file would keep it. */
const endsFiles = (action: Props | undefined): boolean =>
    isSoon(action?.[CREATION]) || isSoon(action?.daysAfterModificationGreaterThan);

const isSoon = (days: unknown): boolean => typeof days === "number" && days >= 0 && days <= LONGEST_DAYS;

/** True where a rule is about all files of a container; one without filters is about the whole account. */
function covers(filters: Props | null | undefined, container: ResourceView): boolean {
    if (filters === undefined || filters === null) {
        return true;
    }
    const prefixes = list(filters.prefixMatch);
    return (
        list(filters.blobTypes).includes("blockBlob") &&
        !isGiven(filters.blobIndexMatch) &&
        (prefixes.length === 0 || prefixes.some((prefix) => isPrefix(prefix, container)))
    );
}

const isPrefix = (prefix: unknown, { props }: ResourceView): boolean =>
    isGiven(prefix) && `${text(props.containerName)}/`.startsWith(text(prefix));
