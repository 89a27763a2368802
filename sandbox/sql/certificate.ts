/** A key and its certificate, which is its own authority; PEM. */
export interface Certificate {
    readonly key: string;
    readonly cert: string;
}

let making: Promise<Certificate> | undefined;

/** The certificate of every server of the played Azure, as Azure's stands for all of its servers; made once in a process. */
export function certificate(): Promise<Certificate> {
    making ??= make();
    return making;
}

async function make(): Promise<Certificate> {
    const { generate } = await import("selfsigned");
    const names = ["*.database.windows.net", "*.secondary.database.windows.net"];
    const made = await generate([{ name: "commonName", value: "The sandbox" }], {
        keyType: "ec",
        algorithm: "sha256",
        extensions: [{ name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) }],
    });
    return { key: made.private, cert: made.cert };
}
