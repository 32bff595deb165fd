import type { LoanRequest, Step } from '../requests/request.ts';
import type { RequesterState, SupplierState } from '../workflow/states.ts';

/** The state of a request before its unanswered cancellation, and since when (ISO 8601). */
export type Behind = { state: RequesterState; since: string };

/** The reports of a supplier while its answer to a cancellation is awaited, each with the state that follows. */
const RECEIVED_MEANWHILE: { readonly [T in Step['trigger']]?: RequesterState } = {
  'will-supply': 'will-supply',
  'terms-offered': 'terms-offered',
  'conditions-set': 'conditions-set',
};

/**
 * Returns the state of a request after a refused cancellation: the one before it, or a later one that the supplier
 * reported. Derived from the history, so that nothing more is stored; undefined without a pending cancellation.
 */
export const behindCancellation = ({ state, history }: Pick<LoanRequest, 'state' | 'history'>): Behind | undefined => {
  if (state !== 'cancel-pending') return undefined;
  const own = history.filter(({ side }) => side === 'requester');
  const cancelled = own.findLastIndex(({ trigger, to }) => trigger === 'cancel' && to === 'cancel-pending');
  const asked = own[cancelled];
  if (asked === undefined) return undefined;
  const entered = own.slice(0, cancelled).findLast(({ from, to }) => to === asked.from && from !== to);
  // A requester's step starts in a requester's state.
  const before: Behind = { state: asked.from as RequesterState, since: entered?.at ?? asked.at };
  return own.slice(cancelled + 1).reduce<Behind>((stood, { trigger, at }) => {
    const received = RECEIVED_MEANWHILE[trigger];
    return received === undefined ? stood : { state: received, since: at };
  }, before);
};

/** The supplier’s known state, to which a refused cancellation returns the request. */
export const SUPPLIER_BEHIND: { readonly [S in RequesterState]?: SupplierState } = {
  asked: 'request-received',
  'terms-offered': 'terms-offered',
  'retry-waiting': 'terms-offered',
};
