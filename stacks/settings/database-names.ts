import { asInDatabase } from "../../infra/inside/as-in-database";

/** Principals and schemas that every database has from the start. Names with an underscore, such as those of its roles, are no display names. */
const OF_EVERY_DATABASE = ["dbo", "guest", "public", "sys"];

export const isOfEveryDatabase = (name: string): boolean => OF_EVERY_DATABASE.includes(asInDatabase(name));
