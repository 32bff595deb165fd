import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { holdsPolicyOf } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { holdChecks, oneMoreHold, type PlaceHoldRequest } from './place-hold.ts';

/** The time in which patrons undo a cancellation: no longer, because nobody is to wait for a copy without a place in the queue. */
const PATRON_UNDO_MS = 10 * 60_000;

/** A cancelled hold to restore, with the input of a new hold like it. `isByPatron`: its patron undoes the cancellation. */
export type RestoreHoldRequest = { hold: Hold; isByPatron?: boolean } & Pick<
  PlaceHoldRequest,
  'patron' | 'items' | 'ownHolds' | 'pickup' | 'overdue' | 'accrued' | 'policies' | 'at'
>;

/** Returns the hold waiting again: at its old place, unless the consortium puts restored holds last (C64). */
const waitingAgain = (hold: Hold, at: string, goesLast: boolean): Hold => {
  const {
    ended: _ended,
    targetItemId: _item,
    targetedAt: _at,
    lookAt: _look,
    shelfExpiresAt: _shelf,
    ...remaining
  } = hold;
  const { suspended: _suspended, recalledItemId: _recalled, neededUntil, ...rest } = remaining;
  return {
    ...rest,
    state: 'placed',
    ...(neededUntil !== undefined && millis(neededUntil) > millis(at) && { neededUntil }),
    ...(goesLast && { queuedAt: at, priority: 0 }),
    v: hold.v + 1,
  };
};

const mayUndo = ({ state, ended }: Hold, at: string): boolean =>
  state !== 'cancelled' || (ended?.cause === 'by-patron' && millis(at) - millis(ended.at) <= PATRON_UNDO_MS);

/** Decides the restoration of a cancelled hold, under the limits of a new one. Refuses holds that ended otherwise. */
export const decideRestoreHold = (request: RestoreHoldRequest): Decision<RefusalFor<'restoreHold'>> => {
  const { hold, patron, policies, at, isByPatron = false } = request;
  const { holdId, recordId, itemId, part, editions, formats, pickupBranch: branchId } = hold;
  const asNew = {
    ...{ ...request, holdId, recordId },
    ...(itemId !== undefined && { itemId }),
    ...(part !== undefined && { part }),
    ...(editions && { editions }),
    ...(formats && { formats }),
  };
  const { findings: checks, limits } = holdChecks(asNew);
  const findings: Finding<RefusalFor<'restoreHold'>>[] = [
    ...checks,
    finding('hold-not-cancelled', hold.state === 'cancelled', `The hold is ${hold.state}`),
    ...(isByPatron ? [finding('undo-over', mayUndo(hold, at), `Cancelled at ${hold.ended?.at}`)] : []),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const after = waitingAgain(hold, at, holdsPolicyOf(policies).restoredGoesLast);
  out.changes.holds.push({ after, expect: hold.v });
  out.changes.patrons.push(oneMoreHold(patron, limits));
  const { patronId, homeMember } = patron;
  const about = { at, members: { patron: homeMember }, holdId, patronId, branchId };
  out.facts.push({ name: 'hold-changed', ...about, detail: { state: 'placed' } });
  return { ...out, explain };
};
