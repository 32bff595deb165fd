/** Exporting records as a file. */
export const exports = {
  'take-hits.form': 'Take them along as',
  'take-hits.what': '{count, plural, one {# record} other {# records}} shown, as a file',
  'take-hits.take': 'Download',
  'take-hits.left-out':
    '{count, plural, one {One record is} other {# records are}} not in it: not there any more, or without room in this form.',
  'export-form.ris': 'RIS',
  'export-form.bibtex': 'BibTeX',
  'export-form.marc': 'MARC 21',
  'export-form.marcxml': 'MARCXML',
  'export-form.json-ld': 'JSON-LD',
} as const;
