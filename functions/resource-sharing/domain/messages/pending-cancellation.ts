import type { LoanRequest, Step } from '../requests/request.ts';
import type { RequesterState, SupplierState } from '../workflow/states.ts';

/** Where a request stands behind a cancellation that is not answered yet, and since when (ISO 8601). */
export type Behind = { state: RequesterState; since: string };

/** What a supplier says while its answer to a cancellation is awaited, and where the request would stand by it. */
const RECEIVED_MEANWHILE: { readonly [T in Step['trigger']]?: RequesterState } = {
  'will-supply': 'will-supply',
  'terms-offered': 'terms-offered',
  'conditions-set': 'conditions-set',
};

/**
 * Where a request goes when its cancellation is refused: there where it was cancelled, or where the supplier’s word has put
 * it since. Read from its history, so that nothing more is kept; undefined while no cancellation is awaited.
 */
export const behindCancellation = ({ state, history }: Pick<LoanRequest, 'state' | 'history'>): Behind | undefined => {
  if (state !== 'cancel-pending') return undefined;
  const own = history.filter(({ side }) => side === 'requester');
  const cancelled = own.findLastIndex(({ trigger, to }) => trigger === 'cancel' && to === 'cancel-pending');
  const asked = own[cancelled];
  if (asked === undefined) return undefined;
  const entered = own.slice(0, cancelled).findLast(({ from, to }) => to === asked.from && from !== to);
  // A requester's step begins in a requester's state.
  const before: Behind = { state: asked.from as RequesterState, since: entered?.at ?? asked.at };
  return own.slice(cancelled + 1).reduce<Behind>((stood, { trigger, at }) => {
    const received = RECEIVED_MEANWHILE[trigger];
    return received === undefined ? stood : { state: received, since: at };
  }, before);
};

/** The supplier’s side as far as it is known, where its refusal to cancel puts the request back. */
export const SUPPLIER_BEHIND: { readonly [S in RequesterState]?: SupplierState } = {
  asked: 'request-received',
  'terms-offered': 'terms-offered',
  'retry-waiting': 'terms-offered',
};
