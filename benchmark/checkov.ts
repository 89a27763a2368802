import { exportedResources } from "../scan/exported-resources";
import { CHECKOV, type Machine, toolPython } from "../scan/python-environment";
import { runCheckov } from "../scan/run-checkov";

/** The Python that has Checkov, which is installed where it is not there. */
export const checkovPython = (machine: Machine): string => toolPython(CHECKOV, machine);

/** How many resources Checkov sees in a folder of templates. */
export const scanned = (python: string, templates: string): number => runCheckov(python, templates).resourceCount;

/** How many are in it. */
export const exported = (templates: string): number => exportedResources(templates).length;
