import type { myData as english } from '../en/my-data.ts';

/** Famille, partage et droits sur ses propres données dans le compte. */
export const myData: Record<keyof typeof english, string> = {
  'problem.dependant-unknown': 'Vous n’êtes plus responsable de cet usager.',
  'my-data.export': 'Exporter mes données',
  'my-data.export-meaning': 'Tout ce que le consortium conserve à votre sujet, dans un fichier (JSON).',
  'my-data.erase': 'Faire effacer mes données…',
  'my-data.erase-meaning':
    'Votre dossier, votre historique et votre carte prennent fin. Les prêts, réservations et frais en cours sont d’abord réglés.',
  'my-data.erase-sure':
    'Votre carte prend fin, et tout ce qui vous désigne est effacé en quelques heures. Cette opération est définitive.',
  'my-data.erase-yes': 'Oui, effacer mes données',
  'my-data.erasing': 'Vos données sont en cours d’effacement. Vous allez être déconnecté.',
  'my-data.erase-deferred': 'Vos données sont effacées automatiquement dès que ceci est réglé :',
  'my-data-waits.loan-open': 'prêts en cours',
  'my-data-waits.hold-open': 'réservations en cours',
  'my-data-waits.debt-open': 'frais impayés',
  'sharing.meaning':
    'Chaque bibliothèque du consortium vous sert avec votre carte. Elle ne voit que les titres de ses propres prêts, sauf si vous lui montrez tout.',
  'sharing.meaning-opt-in':
    'Une bibliothèque n’ouvre votre dossier que si vous l’autorisez ici. Elle ne voit que les titres de ses propres prêts, sauf si vous lui montrez tout.',
  'sharing.open': 'Peut ouvrir mon dossier',
  'sharing.open-at': 'Peut ouvrir mon dossier : {member}',
  'sharing.titles': 'Peut voir tous les titres que j’ai en prêt',
  'sharing.titles-at': 'Peut voir tous les titres que j’ai en prêt : {member}',
  'sharing.saved': 'Enregistré.',
  'family.none': 'Personne n’emprunte pour vous, et vous n’empruntez pour personne.',
  'family.dependants': 'Dont vous êtes responsable',
  'family.dependant-none': 'Aucun prêt, rien à payer.',
  'family.a-loan': 'Un prêt de {branch}',
  'family.given': 'Qui peut agir pour vous',
  'family.had': 'Pour qui vous pouvez agir',
  'family.give': 'Autoriser quelqu’un à emprunter ou à retirer pour vous',
  'family.card': 'Son numéro de carte',
  'family.familyName': 'Son nom de famille',
  'family.until': 'Jusqu’au',
  'family.give-do': 'Autoriser',
  'family.ended': 'terminé le {date}',
  'family.until-day': 'jusqu’au {date}',
  'family.end': 'Mettre fin',
  'family.end-one': 'Mettre fin à l’autorisation de {name}',
  'family-may.borrow': 'emprunter',
  'family-may.collect': 'retirer des réservations',
};
