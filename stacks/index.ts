import * as pulumi from "@pulumi/pulumi";
import { deployEnvironment } from "./environment";
import { withCheapPromiseTraces } from "./savings";
import { loadStack } from "./settings/load-stack";
import { programDate } from "./today";

withCheapPromiseTraces();

/** The program of every stack: the settings of the selected one, deployed. */
module.exports = async () =>
    deployEnvironment(loadStack(pulumi.getStack()), programDate(process.env.OTAP_TODAY, new Date()));
