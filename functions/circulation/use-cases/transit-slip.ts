import type { Movement } from '../../../layers/records/policies/domain/movement.ts';
import { carriageBetween } from '../domain/checkin/courier.ts';
import type { Slip } from '../schemas/items.ts';

/** Returns the slip of an item that goes from one branch to another, with its courier when the policy names one. */
export const transitSlip = (movement: Movement, from: string, to: string, purpose: Slip['purpose']): Slip => ({
  from,
  to,
  purpose,
  ...carriageBetween(movement, from, to),
});
