/** The forms in which records can be taken along: those for reference managers first. */
export const exportForms = ['ris', 'bibtex', 'marc', 'marcxml', 'json-ld'] as const;
export type ExportForm = (typeof exportForms)[number];
