import * as pulumi from "@pulumi/pulumi";

/**
 * A dynamic resource of Pulumi, as its engine sees it: what it does stands in a module of this project.
 *
 * `pulumi.dynamic.Resource` would turn that module into text, with the whole TypeScript compiler, and keep the text in the state, where
 * it differs with each release. This one's text is one line, which loads the module where the engine runs it: in the program's folder.
 */
export class DynamicResource extends pulumi.CustomResource {
    /**
     * @param type the last part of the type token `pulumi-nodejs:dynamic/figlo:<type>`
     * @param module the file that exports `provider`, a `pulumi.dynamic.ResourceProvider`, relative to the project's folder
     * @param props inputs; an output that is no input is named as `undefined`
     */
    constructor(type: string, module: string, name: string, props: pulumi.Inputs, opts?: pulumi.CustomResourceOptions) {
        super(`pulumi-nodejs:dynamic/figlo:${type}`, name, { ...props, __provider: loading(module) }, opts);
    }
}

const loading = (module: string): string =>
    `exports.handler = () => require("../infra/dynamic/load-provider.js").loadProvider(${JSON.stringify(module)});`;
