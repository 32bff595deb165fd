/** Returns the full name of a patron by id; undefined when there is no such patron. Patrons implement it. */
export type PatronNames = (patronId: string) => Promise<string | undefined>;
