import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import { isBorrowed } from '../../items/public/borrowed-item.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { wakeWorkflow } from '../data/loan-machine.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { type FollowStep, nextToFollow } from '../domain/items/follow-item.ts';
import { isSpent } from '../domain/items/reserved-item.ts';
import type { LoanEvent } from '../domain/messages/loan-events.ts';
import type { Particulars } from '../domain/messages/message.ts';
import { isOurs, type LoanRequest } from '../domain/requests/request.ts';
import { act } from '../domain/workflow/act.ts';
import { hasEnded } from '../domain/workflow/workflow.ts';
import { saveStep } from './save-step.ts';

/**
 * The maximum number of steps. A request takes six from ask to return; the limit ends a loop in the table or endless
 * conflicts.
 */
const MOST_STEPS = 12;

type Ahead = { stored: StoredLoanRequest; item: ItemCirculation; step: FollowStep };

/** Reads what the copy states for a step: its due date when shipped, the owner's claim when it returned damaged. */
const detailsOf = async (
  deps: ResourceSharingDeps,
  request: LoanRequest,
  { item, step }: Pick<Ahead, 'item' | 'step'>,
  now: number,
): Promise<Particulars> => {
  if (step.trigger === 'ship') {
    const due = item.loan?.due ?? (await deps.copies.dueByRule(request, item, iso(now), now));
    return { itemId: item.itemId, barcode: item.barcode, ...(due !== undefined && { due }) };
  }
  const rules = step.trigger === 'check-in-damaged' ? await deps.rules(now) : undefined;
  if (!rules) return {};
  return { terms: { cost: { amount: item.aside?.claim ?? 0, currency: rules.loanRules.body.currency } } };
};

/** Takes one step by the table; false when the table has none. After a conflict the caller looks again. */
const take = async (deps: ResourceSharingDeps, { stored, item, step }: Ahead, now: number): Promise<boolean> => {
  const { request } = stored;
  const at = iso(now);
  const { timers: policy } = await deps.sharing(now);
  const details = await detailsOf(deps, request, { item, step }, now);
  const { trigger, side, askId } = step;
  const by = { kind: 'system' as const };
  const acted = act(request, trigger, { side, at, by, policy, ...(askId !== undefined && { askId }), ...details });
  if ('refused' in acted || acted.unchanged) return false;
  const moves = await deps.copies.movesFor({ before: request, after: acted.request, trigger, item, now, at });
  if ('refused' in moves) return false;
  await saveStep(deps, stored, acted, { ...moves, terms: details.terms, now });
  return true;
};

const isToForget = ({ request }: StoredLoanRequest, item: ItemCirculation): boolean =>
  isBorrowed(item) && item.state === 'withdrawn' && hasEnded(request);

/**
 * Notes that the patron's hold no longer counts while the hold that shows it still exists: the hold is deleted after a
 * month, and the end of the request would reduce the counter again. False when the request or its hold has changed.
 */
const noteSpent = async ({ requests }: ResourceSharingDeps, { request, counted }: StoredLoanRequest, hold: Hold) => {
  const holdUnchanged: Write = { check: circulationKeys.key('hold', hold), when: unchanged(hold.v) };
  const unchangedRequest = { request, facts: [], outgoing: [] };
  return requests.save({ request, counted }, unchangedRequest, { counted: false, writes: [holdUnchanged] });
};

/**
 * Brings a request to the state of its copy: reads both and takes every step of the table that leads there, so events
 * may be repeated, late or out of order. It reads the request first: the copy is never older than the request.
 */
export const followItem = async (
  deps: ResourceSharingDeps,
  { requestId, itemId }: { requestId: string; itemId: string },
  now: number,
): Promise<void> => {
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const stored = await deps.requests.load(requestId);
    const item = stored && (await deps.items.get(itemId, { strong: true }));
    if (!stored || !item) return;
    const { request } = stored;
    // A partner pays none of our costs: the use is attributed to the lender.
    attributeUsage({ requester: isOurs(request, 'requester') ? request.requesterMember : item.memberId });
    if (isToForget(stored, item)) return deps.borrowed.forget(request, item);
    const records = [item.recordId ?? request.recordId, request.recordId];
    const [hold] = await deps.holdsOf(records, requestId);
    const step = nextToFollow(request, { item, wasLent: hold?.state === 'fulfilled' });
    const went = step !== undefined && (await take(deps, { stored, item, step }, now));
    if (went) continue;
    const spent = stored.counted && hold !== undefined && isSpent(hold) && !hasEnded(request);
    if (spent && !(await noteSpent(deps, stored, hold))) continue;
    return wakeWorkflow(deps.requests, deps.machine, requestId);
  }
  throw new TableConflict(`${requestId} was changed by others all the while`);
};

/** Applies an event: follows its item, starts the workflow of a new request, or wakes that of a changed one. */
export const applyLoanEvent = (
  deps: ResourceSharingDeps,
  { requestId, itemId, v }: LoanEvent,
  now: number,
): Promise<void> => {
  if (itemId !== undefined) return followItem(deps, { requestId, itemId }, now);
  // A workflow that was woken or started before has seen the change, or is the same execution: its name is the
  // request's id.
  return v === undefined ? deps.machine.start(requestId) : wakeWorkflow(deps.requests, deps.machine, requestId, v);
};
