import fc from "fast-check";
import { entraIdOf, entraSid } from "../../../infra/inside/entra-sid";

describe("the SID of an id in Entra", () => {
    it("has its first three groups from behind", () => {
        expect(entraSid("00112233-4455-6677-8899-aabbccddeeff")).toBe("0x33221100554477668899AABBCCDDEEFF");
    });

    it("leads back to the id", () => {
        fc.assert(
            fc.property(fc.uuid(), (id) => {
                expect(entraIdOf(Buffer.from(entraSid(id).slice(2), "hex"))).toBe(id);
            }),
        );
    });

    it("is the same for an id in capitals", () => {
        fc.assert(fc.property(fc.uuid(), (id) => expect(entraSid(id.toUpperCase())).toBe(entraSid(id))));
    });

    it("of another length stands for no id, and is told as it is", () => {
        expect(entraIdOf(Buffer.from("01", "hex"))).toBe("0x01");
    });

    it.each(["", "app", "00112233-4455-6677-8899-aabbccddeeff, TYPE = X", "0x00112233445566778899aabbccddeeff"])(
        "is refused for %j",
        (text) => {
            expect(() => entraSid(text)).toThrow(
                `${JSON.stringify(text)} is no id of Entra ID; give a GUID such as 00000000-0000-0000-0000-000000000001`,
            );
        },
    );
});
