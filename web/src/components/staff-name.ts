/** Who did something, as the API names staff, without the word that says so: their id. */
export const staffId = (by: string): string => by.replace(/^staff:/, '');

/** Who did something by name, where an answer brought the names of its staff; else their id. */
export const staffName = (by: string, names: Readonly<Record<string, string>>): string => names[by] ?? staffId(by);
