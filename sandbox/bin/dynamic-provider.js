// Started by an engine that was built here: the provider of dynamic resources, which reads its arguments itself.
require("@pulumi/pulumi/cmd/dynamic-provider");
