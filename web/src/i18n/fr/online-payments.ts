import type { onlinePayments as english } from '../en/online-payments.ts';

/** Payer des frais en ligne, pour les usagers. */
export const onlinePayments: Record<keyof typeof english, string> = {
  'pay.title': 'Payer en ligne',
  'pay.meaning':
    'Vous payez sur la page de notre prestataire de paiement et revenez ici. Nous ne voyons jamais le numéro de votre carte bancaire.',
  'pay.of': 'Payé à {library}',
  'pay.choose': 'Frais à payer',
  'pay.do': 'Payer {amount} en ligne',
  'pay.none': 'Choisissez au moins une ligne.',
  'pay.least': 'Le montant minimal à payer en ligne est de {amount}.',
  'pay.latest': 'Paiements en ligne',
  'pay.open': 'En attente de confirmation',
  'pay.paid': 'Payé',
  'pay.expired': 'Non payé : la page de paiement a expiré',
  'pay.failed': 'Non payé : le paiement a échoué',
  'pay.refunded': 'remboursé : {amount}',
  'pay-state.open': 'Nous attendons la confirmation de votre paiement de {amount} par le prestataire de paiement.',
  'pay-state.open-more':
    'Cela prend quelques secondes. Vous pouvez quitter cette page : vos frais sont mis à jour à l’arrivée de la confirmation.',
  'pay-state.paid': 'Merci : votre paiement de {amount} est arrivé.',
  'pay-state.expired': 'Rien n’a été payé : la page de paiement a expiré. Vos frais restent dus.',
  'pay-state.failed': 'Rien n’a été payé : le paiement a échoué. Vos frais restent dus.',
  'pay-state.go-on': 'Aller à la page de paiement',
  'pay-state.back': 'Retour à mes frais',
  'problem.bill-not-open': 'Une ligne choisie n’est plus à payer. Consultez de nouveau vos frais.',
  'problem.not-online': 'La bibliothèque concernée n’accepte pas de paiement en ligne. Vous pouvez payer à un guichet.',
  'problem.several-accounts': 'Ces frais se règlent par des paiements séparés.',
  'problem.below-minimum': 'Le montant est inférieur au minimum pour un paiement en ligne.',
  'problem.amount-not-payable': 'Le prestataire de paiement n’accepte pas ce montant.',
  'problem.payment-in-progress':
    'Un autre de vos paiements est en cours de traitement. Attendez un instant, puis consultez vos frais.',
  'problem.provider-unavailable':
    'Le prestataire de paiement n’a pas répondu. Réessayez dans quelques minutes, ou payez à un guichet.',
  'problem.payment-not-found': 'Ce paiement n’existe pas.',
};
