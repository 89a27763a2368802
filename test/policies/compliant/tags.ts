export const tags = { environment: "productie", owner: "platform", dataClass: "operational" };
export const customer = { ...tags, dataClass: "customer" };
export const none = { ...tags, dataClass: "none" };
