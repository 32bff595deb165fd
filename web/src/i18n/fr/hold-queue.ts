import type { holdQueue as english } from '../en/hold-queue.ts';

/** Les refus de la remise en attente d’une réservation. */
export const holdQueue: Partial<Record<keyof typeof english, string>> = {
  'problem.undo-over': 'La réservation a été annulée il y a plus de 10 minutes. Adressez-vous à votre bibliothèque.',
  'problem.hold-not-cancelled': 'Seule une réservation annulée peut être rétablie.',
};
