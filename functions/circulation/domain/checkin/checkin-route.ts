import type { Hold } from '../../../items/public/hold.ts';
import { asksBeforeCapture, holdForCopy } from '../holds/best-hold.ts';
import { capture } from '../holds/capture.ts';
import type { ResetReason } from '../holds/hold-reset.ts';
import { untargeted } from '../loans/lend.ts';
import type { Draft } from './checkin-draft.ts';

const addReset = ({ out, request }: Draft, { holdId, v }: Hold, reason: ResetReason): void => {
  const { at, branchId, item } = request;
  const copy = { itemId: item.itemId, copyBranch: item.currentBranch };
  out.changes.resets = [...(out.changes.resets ?? []), { holdId, at, v: v + 1, reason, branchId, ...copy }];
};

const awaitsCaptureDecision = ({ request, item }: Draft): boolean =>
  request.capture === undefined && asksBeforeCapture({ item, policies: request.policies });

/** Requests the desk's confirmation of the capture (C54): a paged copy stays paged, any other continues on its route. */
const askFirst = (draft: Draft): boolean => {
  draft.out.warnings.push('verify-location');
  const { hold } = draft.request.item;
  if (draft.claim?.state !== 'targeted' || hold === undefined) return false;
  draft.item = { ...draft.item, state: 'paged', hold };
  return true;
};

/** The fourth step of C1: the first hold that this copy can fill takes it. Returns whether one did. */
export const tryHold = (draft: Draft): boolean => {
  const { request, claim, item } = draft;
  // A copy removed from transit by a repair still belongs to the hold that captured it.
  if (claim !== undefined && claim.state !== 'targeted') {
    capture(draft, claim);
    return true;
  }
  const others = request.waiting.filter(({ holdId }) => holdId !== request.claim?.holdId);
  const queue = request.claim === undefined ? others : [...others, request.claim];
  const { branchId, at, policies, stopped } = request;
  const scan = { item, branchId, at, policies, ...(stopped && { stopped }) };
  const first = holdForCopy(scan, queue);
  if (first && awaitsCaptureDecision(draft)) return askFirst(draft);
  const best = request.capture === 'no' ? undefined : first;
  // The copy was paged for a hold that is no longer first: that hold waits again at its old place.
  if (claim?.state === 'targeted' && claim.holdId !== best?.holdId) {
    draft.out.changes.holds.push(untargeted(claim));
    addReset(draft, claim, best ? 'gave-way' : request.capture === 'no' ? 'not-fit' : 'not-allowed');
  }
  if (best === undefined) return false;
  capture(draft, best);
  return true;
};
