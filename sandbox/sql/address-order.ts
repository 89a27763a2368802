import ipaddr from "ipaddr.js";

/** An address as text that compares as addresses of its version do; of both versions none is equal. Empty for what is no address. */
export const addressOrder = (address: string): string => {
    if (!ipaddr.isValid(address)) {
        return "";
    }
    const bytes = ipaddr.parse(address).toByteArray();
    return `${bytes.length}:${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
};

/** Whether an address lies in a range, its ends included. */
export const isAddressIn = (address: string, start: string, end: string): boolean => {
    const [at, from, to] = [address, start, end].map(addressOrder) as [string, string, string];
    const [version] = at.split(":");
    return at !== "" && from.startsWith(`${version}:`) && to.startsWith(`${version}:`) && from <= at && at <= to;
};
