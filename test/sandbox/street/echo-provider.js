// A provider that gives back what it is given, and refuses what is tagged with the size "refused". Prints its port, as providers do.
const { main } = require("@pulumi/pulumi/provider");

const differing = (olds, news) =>
    Object.keys(news).filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));

class EchoProvider {
    version = "0.0.0";
    async configure() {}
    async check(_urn, _olds, news) {
        return { inputs: news, failures: [] };
    }
    async diff(_id, _urn, olds, news) {
        return { changes: differing(olds, news).length > 0 };
    }
    async create(urn, inputs) {
        const name = urn.split("::").pop();
        if (inputs.tags?.size === "refused") {
            throw new Error("Code=Conflict: there is one already");
        }
        return { id: `/subscriptions/0/${name}`, outs: { name, hex: "c0de", ...inputs } };
    }
    async update(_id, _urn, olds, news) {
        return { outs: { ...olds, ...news } };
    }
    async read(id, _urn, props) {
        return { id, props };
    }
    async delete() {}
    async invoke() {
        return { outputs: {} };
    }
}

main(new EchoProvider(), process.argv.slice(2));
