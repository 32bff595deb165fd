/** The numbers of a title by which providers find its cover. */
export type Identifiers = { isbn: readonly string[]; oclc: readonly string[]; lccn: readonly string[] };
