import type { Ask } from '../requests/request.ts';
import type { ActResult } from '../workflow/act.ts';
import type { SupplierState } from '../workflow/states.ts';
import type { MessageName } from '../workflow/triggers.ts';

/** A requester's question that needs a yes or a no (ISO 18626 CancelResponse, RenewResponse). */
export type Question = 'Cancel' | 'Renew';

/** The states in which such a question waits for our staff. */
const WAITS: Record<Question, SupplierState> = { Cancel: 'cancel-requested', Renew: 'renewal-asked' };

/**
 * Finds a partner's question that the table leaves without an answer, so that a status report answers it: refused by
 * our side's table, or repeated after it was settled. Undefined when the message moved something, or waits for staff.
 * `ask` is as it was before the message.
 */
export const pendingAnswer = (
  name: MessageName,
  acted: ActResult | { refused: readonly unknown[] },
  ask: Pick<Ask, 'supplierState'>,
): Question | undefined => {
  if (name !== 'Cancel' && name !== 'Renew') return undefined;
  if (!('refused' in acted) && !acted.unchanged) return undefined;
  return ask.supplierState === WAITS[name] ? undefined : name;
};
