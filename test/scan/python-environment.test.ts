import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOV, type Machine, toolPython } from "../../scan/python-environment";
import { ScanRefusal } from "../../scan/refusal";

/** Stands for Python: tells a version, makes a "virtual environment" that holds itself, and installs nothing. */
const python = ({ version = "3 11", venv = 0, pip = 0 }) => `#!/bin/sh
case "$*" in
    -c*) echo "${version} /usr/bin/python3 build" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; exit ${venv} ;;
    "-m pip "*) echo "no such index" >&2; exit ${pip} ;;
esac
`;

let folder: string;
let machine: Machine;
let told: string[];

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "otap-checkov-"));
    told = [];
    for (const inner of ["bin", "home", "root/scan"]) {
        mkdirSync(join(folder, inner), { recursive: true });
    }
    machine = {
        root: join(folder, "root"),
        home: join(folder, "home"),
        environment: { PATH: `${join(folder, "bin")}:/usr/bin:/bin` },
        progress: (line) => void told.push(line),
    };
    writeFileSync(join(folder, "root/scan/requirements.txt"), "checkov==1.0.0\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

function given(behaviour: Parameters<typeof python>[0]): void {
    writeFileSync(join(folder, "bin/python3"), python(behaviour));
    chmodSync(join(folder, "bin/python3"), 0o755);
}

const cached = () => readdirSync(join(folder, "home/.cache/figlo-otap/checkov"));

describe("the environment that holds a tool of Python", () => {
    it("is made in the user's cache, and its Python is given", () => {
        given({});
        const found = toolPython(CHECKOV, machine);
        expect(found.startsWith(join(folder, "home/.cache/figlo-otap/checkov/"))).toBe(true);
        expect(existsSync(found)).toBe(true);
        expect(told).toHaveLength(1);
    });

    it("is made once", () => {
        given({});
        const first = toolPython(CHECKOV, machine);
        expect(toolPython(CHECKOV, machine)).toBe(first);
        expect(told).toHaveLength(1);
    });

    it("is another one for other requirements", () => {
        given({});
        const first = toolPython(CHECKOV, machine);
        writeFileSync(join(folder, "root/scan/requirements.txt"), "checkov==1.0.1\n");
        expect(toolPython(CHECKOV, machine)).not.toBe(first);
    });

    it("is made in the checkout when the home cannot be written", () => {
        given({});
        writeFileSync(join(folder, "home/.cache"), "a file, where a folder should be");
        expect(toolPython(CHECKOV, machine).startsWith(join(folder, "root/.checkov/"))).toBe(true);
    });

    it("is another one for another tool", () => {
        given({});
        const first = toolPython(CHECKOV, machine);
        const other = toolPython({ ...CHECKOV, name: "Other" }, machine);
        expect(other.startsWith(join(folder, "home/.cache/figlo-otap/other/"))).toBe(true);
        expect(other).not.toBe(first);
    });

    it("is refused without Python", () => {
        machine = { ...machine, environment: { PATH: join(folder, "bin") } };
        expect(() => toolPython(CHECKOV, machine)).toThrow(
            "Checkov needs Python, and 'python3' does not run; install Python 3.11",
        );
    });

    it("is refused for a Python that is too old, which is named", () => {
        given({ version: "3 9" });
        expect(() => toolPython(CHECKOV, machine)).toThrow("'python3' is Python 3.9; install Python 3.11 or later");
    });

    it("is refused when Python cannot make one", () => {
        given({ venv: 1 });
        expect(() => toolPython(CHECKOV, machine)).toThrow(/^no virtual environment can be made; install Python 3\.11/);
    });

    it("is refused with what pip says when that cannot install, and leaves nothing half made", () => {
        given({ pip: 1 });
        expect(() => toolPython(CHECKOV, machine)).toThrow(ScanRefusal);
        expect(() => toolPython(CHECKOV, machine)).toThrow(
            /is the index of Python packages within reach\?\n {2}no such index$/,
        );
        expect(cached()).toEqual([]);
    });
});
