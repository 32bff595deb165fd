import { claimsAfter, hasOpenClaim } from '../charges/claims.ts';
import { behindCancellation } from '../messages/pending-cancellation.ts';
import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import type { RequesterState, SupplierState, Transition } from './states.ts';
import { TABLE } from './transitions.ts';
import { otherSide, type Side, type Trigger } from './triggers.ts';
import { withAsk } from './with-ask.ts';

/** A table row for a request: its starting state, and how the new state is set. */
export type Row = Transition<RequesterState | SupplierState> & {
  from: RequesterState | SupplierState;
  moved: (request: LoanRequest) => LoanRequest;
};

type Read = { request: LoanRequest; ask: Ask | undefined; side: Side; trigger: Trigger; at: string };

/** Adjusts the row to the request: a partner's message may weigh less, and an undecided cost prevents the end. */
const asItHolds = <S extends string>(row: Transition<S> | undefined, { request, ask, side, trigger, at }: Read) => {
  if (row === undefined) return undefined;
  const { outside, unpaid, early, back, ...plain } = row;
  const stood = back && behindCancellation(request)?.state;
  if (stood && back[stood]) return back[stood];
  const { retryAfter } = ask?.offer ?? {};
  if (early && retryAfter !== undefined && Date.parse(at) < Date.parse(retryAfter)) return early;
  if (outside && !isOurs(request, otherSide(side), ask)) return outside;
  const claims = claimsAfter(request, trigger, ask?.askId, undefined);
  return unpaid && hasOpenClaim({ claims }) ? unpaid : plain;
};

/** Finds the table row for a trigger in the current state of a side; undefined when there is none. */
export function findRow(
  request: LoanRequest,
  ask: Ask | undefined,
  trigger: Trigger,
  { side, at }: Pick<TriggerContext, 'side' | 'at'>,
): Row | undefined {
  if (side === 'requester') {
    const row = asItHolds(TABLE.requester[request.state].on[trigger], { request, ask, side, trigger, at });
    return row && { ...row, from: request.state, moved: (before) => ({ ...before, state: row.to }) };
  }
  if (ask === undefined) return undefined;
  const row = asItHolds(TABLE.supplier[ask.supplierState].on[trigger], { request, ask, side, trigger, at });
  const moved = (before: LoanRequest): LoanRequest =>
    row ? withAsk(before, ask.askId, (old) => ({ ...old, supplierState: row.to })) : before;
  return row && { ...row, from: ask.supplierState, moved };
}
