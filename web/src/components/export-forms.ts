/** The export formats of records; those for reference managers come first. */
export const exportForms = ['ris', 'bibtex', 'marc', 'marcxml', 'json-ld'] as const;
export type ExportForm = (typeof exportForms)[number];
