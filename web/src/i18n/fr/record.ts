import type { record as english } from '../en/record.ts';

/** La page d’une notice : sa description et ses exemplaires. */
export const record: Record<keyof typeof english, string> = {
  'record.title': 'Notice',
  'record.moved': 'Cette notice a été fusionnée avec une autre ; vous voyez la page commune.',
  'record.sources': 'Notices des membres : fusionner ou séparer',
  'record.recommend': 'Recommander ce titre sur la page d’accueil',
  'record.about': 'À propos de ce titre',
  'record.summary': 'Résumé',
  'record.contributors': 'Avec',
  'record.published': 'Publication',
  'record.extent': 'Description matérielle',
  'record.series': 'Collection',
  'record.subjects': 'Sujets',
  'record.contents': 'Sommaire',
  'record.own-notes': 'Dans votre bibliothèque',
  'record.isbn': 'ISBN',
  'record.issn': 'ISSN',
  'record.read-online': 'Lire en ligne',
  'record.link': 'Lien associé',
  'record.take': 'Exporter cette notice',
  'copy.keep': 'Gérer cet exemplaire',
  'copy.title': 'Exemplaires',
  'copy.none': 'Aucune bibliothèque du consortium n’a d’exemplaire que vous puissiez voir.',
  'copy.no-call-number': 'Sans cote',
  'copy.until': 'jusqu’au {date}',
};
