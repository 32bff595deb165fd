/** The file formats of records: ISO 2709, MARCXML (MARC 21 slim), MARC-in-JSON. */
export const marcForms = ['iso2709', 'marcxml', 'marc-json'] as const;

/** A file format. */
export type MarcForm = (typeof marcForms)[number];
