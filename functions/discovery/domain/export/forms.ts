import * as z from 'zod';

/** The export forms. */
export const exportForms = ['marc', 'marcxml', 'ris', 'bibtex', 'json-ld'] as const;
export type ExportForm = (typeof exportForms)[number];
export const exportFormSchema = z.enum(exportForms);

/**
 * The media type of each form and the extension of its file. All are text in UTF-8, including ISO 2709, whose delimiters are ASCII
 * characters.
 */
export const exportFiles: Readonly<Record<ExportForm, { type: string; ending: string }>> = {
  marc: { type: 'application/marc', ending: 'mrc' },
  marcxml: { type: 'application/marcxml+xml', ending: 'xml' },
  ris: { type: 'application/x-research-info-systems', ending: 'ris' },
  bibtex: { type: 'application/x-bibtex', ending: 'bib' },
  'json-ld': { type: 'application/ld+json', ending: 'jsonld' },
};
