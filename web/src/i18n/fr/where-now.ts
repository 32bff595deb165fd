import type { whereNow as english } from '../en/where-now.ts';

/** Où se trouvent maintenant les exemplaires d’une notice. */
export const whereNow: Record<keyof typeof english, string> = {
  'where-now.in': 'En rayon à {name}',
  'where-now.all-out': 'Tous les exemplaires sont sortis',
  'where-now.sent': 'Faites-le envoyer sur votre site, ou venez le chercher.',
  'where-now.queue': 'Faites une réservation : un exemplaire vous revient dès son retour.',
  'where-now.copies': '{in, number} sur {count, number} en rayon',
};
