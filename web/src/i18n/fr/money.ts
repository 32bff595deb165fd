import type { money as english } from '../en/money.ts';

/** Les coûts d’un mois que présente l’estimation. */
export const money: Partial<Record<keyof typeof english, string>> = {
  'month.total': 'Total',
  'month.exact': 'montant exact : {amount}',
  'month.metering': 'La mesure elle-même',
  'month.by-service': 'Par service',
  'month.bars': 'Barres : le coût de chaque service ; le tableau ci-dessous indique les mêmes valeurs',
  'month.service': 'Service',
  'month.count': 'Événements',
  'month.amount': 'Montant ({currency})',
  'month.operation': 'Opération',
  'month.price-book': 'Grille tarifaire {version}, en vigueur depuis le {from} ; montants en {currency}.',
  'service.circulation': 'Circulation',
  'service.search': 'Recherche',
  'service.catalogue': 'Catalogue',
  'service.resource-sharing': 'Prêt entre bibliothèques',
  'service.administration': 'Administration',
  'service.platform': 'Coût de veille',
};
