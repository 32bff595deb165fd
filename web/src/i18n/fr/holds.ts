import type { holds as english } from '../en/holds.ts';

/** Les états finaux d’une réservation. */
export const holds: Partial<Record<keyof typeof english, string>> = {
  'hold-state.cancelled': 'Annulée',
  'hold-state.expired': 'Expirée',
  'hold-state.fulfilled': 'Prêtée',
};
