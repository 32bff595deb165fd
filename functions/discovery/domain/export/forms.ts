import * as z from 'zod';

/** The forms in which records are handed on. */
export const exportForms = ['marc', 'marcxml', 'ris', 'bibtex', 'json-ld'] as const;
export type ExportForm = (typeof exportForms)[number];
export const exportFormSchema = z.enum(exportForms);

/** The media type of each form and how a file of it ends. All are text in UTF-8, ISO 2709 too: its marks are characters of ASCII. */
export const exportFiles: Readonly<Record<ExportForm, { type: string; ending: string }>> = {
  marc: { type: 'application/marc', ending: 'mrc' },
  marcxml: { type: 'application/marcxml+xml', ending: 'xml' },
  ris: { type: 'application/x-research-info-systems', ending: 'ris' },
  bibtex: { type: 'application/x-bibtex', ending: 'bib' },
  'json-ld': { type: 'application/ld+json', ending: 'jsonld' },
};
