import { PolicyPack } from "@pulumi/policy";
import { policies } from "./pack";

// Starts a server, so nothing but the engine may load this file.
new PolicyPack("figlo-advisor", {
    displayName: "Figlo Advisor",
    description: "Fourteen security measures, as rules over Azure resources.",
    policies: policies(process.env.OTAP_TODAY || new Date().toISOString().slice(0, 10)),
});
