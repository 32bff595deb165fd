/** The forms in which records come as files: ISO 2709, MARCXML (MARC 21 slim), MARC-in-JSON. */
export const marcForms = ['iso2709', 'marcxml', 'marc-json'] as const;

/** One of them. */
export type MarcForm = (typeof marcForms)[number];
