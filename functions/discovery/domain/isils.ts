/** Lists the ISIL (ISO 15511) of each member that has one, by the member's id. */
export type Isils = () => Promise<ReadonlyMap<string, string>>;
