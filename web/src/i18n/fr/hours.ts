import type { hours as english } from '../en/hours.ts';

/** Horaires, adresses et fermetures, lus par tous. */
export const hours: Record<keyof typeof english, string> = {
  'hours.title': 'Bibliothèques et horaires',
  'hours.of': 'Horaires d’ouverture : {branch}',
  'hours.open-until': 'Ouvert jusqu’à {time}',
  'hours.closed': 'Fermé',
  'hours.opens': 'Fermé. Ouvre {day} à {time}',
  'hours.today': 'aujourd’hui',
  'hours.tomorrow': 'demain',
  'hours.closures': 'Fermetures',
  'hours.from-to': 'du {from} au {to}',
  'hours.from-time': '{days}, à partir de {time}',
  'hours.hours': 'Horaires d’ouverture',
  'hours.contact': 'Adresse et contacts',
  'hours.other-branches': 'Autres sites de cette bibliothèque',
  'hours.make-own': 'En faire ma bibliothèque',
  'hours.is-own': 'C’est votre bibliothèque sur cet appareil.',
  'hours.no-branch': 'Ce site n’existe pas.',
  'hours.all': 'Toutes les bibliothèques et leurs horaires',
  'hours.map': 'Plan',
  'hours.map-of': 'Plan : {address}',
};
