/** Returns the staff id from the API's actor, without its prefix. */
export const staffId = (by: string): string => by.replace(/^staff:/, '');

/** Returns the name of a staff user when the response contains it; otherwise the id. */
export const staffName = (by: string, names: Readonly<Record<string, string>>): string => names[by] ?? staffId(by);
