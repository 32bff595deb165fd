import { carriageBetween } from '../../layers/domain/circulation/courier.ts';
import type { Movement } from '../../layers/records/policies/domain/movement.ts';
import type { Slip } from './shapes.ts';

/** The slip of an item that goes from one branch to another, with its courier where the policy names one. */
export const slipOf = (movement: Movement, from: string, to: string, purpose: Slip['purpose']): Slip => ({
  from,
  to,
  purpose,
  ...carriageBetween(movement, from, to),
});
