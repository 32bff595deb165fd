import type { exports as english } from '../en/exports.ts';

/** Les textes de ce fichier que voient les usagers et le public. */
export const exports: Record<keyof typeof english, string> = {
  'take-hits.form': 'Exporter sous forme de',
  'take-hits.what': '{count, plural, one {# notice affichée} other {# notices affichées}}, dans un fichier',
  'take-hits.take': 'Télécharger',
  'take-hits.left-out':
    '{count, plural, one {Une notice n’y figure pas} other {# notices n’y figurent pas}} : elles n’existent plus, ou ce format ne peut pas les contenir.',
  'export-form.ris': 'RIS',
  'export-form.bibtex': 'BibTeX',
  'export-form.marc': 'MARC 21',
  'export-form.marcxml': 'MARCXML',
  'export-form.json-ld': 'JSON-LD',
};
