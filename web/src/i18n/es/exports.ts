/** La exportación de registros en un archivo. */
export const exports = {
  'take-hits.form': 'Llevarlos como',
  'take-hits.what': '{count, plural, one {# registro mostrado} other {# registros mostrados}}, en un archivo',
  'take-hits.take': 'Descargar',
  'take-hits.left-out':
    '{count, plural, one {Un registro no está} other {# registros no están}} en él: ya no existen, o no caben en esta forma.',
  'export-form.ris': 'RIS',
  'export-form.bibtex': 'BibTeX',
  'export-form.marc': 'MARC 21',
  'export-form.marcxml': 'MARCXML',
  'export-form.json-ld': 'JSON-LD',
} as const;
