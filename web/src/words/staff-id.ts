/** Who did something, as the API names staff, without the word that says so: their id. */
export const staffId = (by: string): string => by.replace(/^staff:/, '');
