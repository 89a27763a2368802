import { WEB_APP, WEB_APP_SLOT } from "./azure-types";
import type { ResourceView, StackView } from "./model";

/**
 * The resources of classes of the module `web` that configure a site: they name it, and those of a slot are of a class of their
 * own and name the slot as well.
 */
export function configurationOf(
    site: ResourceView,
    stack: StackView,
    ...classes: readonly string[]
): readonly ResourceView[] {
    if (site.type !== WEB_APP_SLOT) {
        return stack.referrers(site, "name", ...classes.map((name) => `azure-native:web:${name}`));
    }
    const types = classes.map((name) => `azure-native:web:${name}Slot`);
    const apps = appsOf(site);
    // Slots of two applications may have one name.
    return stack
        .referrers(site, "slot", ...types)
        .filter((part) => apps.length === 0 || appsOf(part).some((app) => apps.includes(app)));
}

const appsOf = (part: ResourceView): readonly ResourceView[] => part.references("name", WEB_APP);
