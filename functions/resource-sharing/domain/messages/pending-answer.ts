import type { Ask } from '../requests/request.ts';
import type { ActResult } from '../workflow/act.ts';
import type { SupplierState } from '../workflow/states.ts';
import type { MessageName } from '../workflow/triggers.ts';

/** What a requester outside asks that wants a yes or a no (ISO 18626 CancelResponse, RenewResponse). */
export type Question = 'Cancel' | 'Renew';

/** Where such a question waits for a person of ours, who answers it. */
const WAITS: Record<Question, SupplierState> = { Cancel: 'cancel-requested', Renew: 'renewal-asked' };

/**
 * Which question of a partner has had no answer by the table, so that it is answered by how things stand: refused by our
 * side's table, or asked again after it was settled. Undefined where it moved something, or waits for a person. `ask` is as
 * it was before the message.
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
