import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StoredLoanRequest } from '../data/loan-request-store.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import {
  isOurs,
  type LoanRequest,
  nextSourcingTrigger,
  nextSupplier,
  payerOf,
  type Timer,
} from '../domain/requests/request.ts';
import { answerable, unfilledByAllMembers } from '../domain/rota/broadcast-request.ts';
import { isBroadcast } from '../domain/rota/member-rota.ts';
import { openIntervals } from '../domain/rota/open-minutes.ts';
import { type Acted, act } from '../domain/workflow/act.ts';
import type { TriggerContext } from '../domain/workflow/context.ts';
import type { OpenInterval, TimerPolicy } from '../domain/workflow/timers.ts';
import type { Trigger } from '../domain/workflow/triggers.ts';
import { hasEnded } from '../domain/workflow/workflow.ts';
import { refreshRota } from './refresh-rota.ts';
import { saveStep } from './save-step.ts';

/** The maximum number of steps in one execution. A normal request takes fewer; the limit ends a loop in the table. */
const MOST_STEPS = 20;
/**
 * The longest wait in seconds, also without a timer: staff move a request and wake its workflow. An execution ends
 * after a year and is followed by another (take-round.ts) only between two waits; a task may wait at most 99,999,999
 * seconds.
 */
const IDLE_SECONDS = 30 * 24 * 3600;
/** The shortest wait before a due action that failed is tried again. */
const STUCK_SECONDS = 60;
const DAYS_AHEAD = 14;
/** States in which the workflow continues without staff: it asks the next supplier or ends the rota. */
const SOURCED: readonly string[] = ['requested', 'unfilled'];

export type RequestMovingDeps = ResourceSharingDeps & { newIds: Ids };
/** `rota` when it was judged again. */
type Move = { trigger: Trigger; rota?: LoanRequest['rota'] } & Pick<TriggerContext, 'side' | 'askId' | 'open'>;

/** The next action of the workflow: it waits this many seconds for a change of the request after version `v`, or it ends. */
export type NextRound = { next: 'wait' | 'end'; seconds: number; v: number; requester?: string | undefined };

// A partner's message may end the wait for a member's answer without a table step: timers that nobody waits for are
// ignored.
const isAwaited = ({ name }: Timer, { state }: LoanRequest): boolean => name !== 'answer-by' || state === 'asked';

const timersOf = (request: LoanRequest): Timer[] =>
  [request.timers.requester, request.timers.supplier]
    .filter((timer) => timer !== undefined)
    .filter((timer) => isAwaited(timer, request))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

const openOf = async (
  deps: RequestMovingDeps,
  request: LoanRequest,
  now: number,
): Promise<readonly OpenInterval[] | undefined> => {
  const supplier = nextSupplier(request);
  const item = supplier?.itemId === undefined ? undefined : await deps.items.get(supplier.itemId);
  const branch = item && (await deps.branches.known(item.branchId, now));
  return branch && openIntervals(branch.calendar, iso(now), DAYS_AHEAD);
};

/**
 * Whether the workflow looks for the next supplier: for a request of a member, and for a partner's broadcast request
 * after a refusal.
 */
const isSourced = (request: LoanRequest): boolean =>
  isOurs(request, 'requester') ? SOURCED.includes(request.state) : isBroadcast(request) && request.state === 'unfilled';

/** Applies a workflow step to a partner's broadcast request: the next member is asked, or the partner receives the refusal. */
const forPartner = (acted: Acted, { trigger, askId = '' }: Move, at: string, policy: TimerPolicy): Acted => {
  if (!isBroadcast(acted.request)) return acted;
  if (trigger === 'ask') return answerable(acted, askId, at, policy);
  return trigger === 'rota-ended' ? unfilledByAllMembers(acted, at) : acted;
};

/** The next automatic action: a timer that has run out, or the next supplier. */
const nextMove = async (deps: RequestMovingDeps, request: LoanRequest, now: number): Promise<Move | undefined> => {
  const due = timersOf(request).find((timer) => timer.name !== 'source-by' && Date.parse(timer.at) <= now);
  if (due) return { trigger: due.trigger, side: due.side, ...(due.askId && { askId: due.askId }) };
  if (!isSourced(request)) return undefined;
  const judged = await refreshRota(deps, request, now);
  const trigger = nextSourcingTrigger(judged, iso(now));
  const { rota } = judged;
  if (trigger === 'rota-ended') return { trigger, side: 'requester', rota };
  const { answerInOpenHours } = await deps.sharing(now);
  const open = answerInOpenHours ? await openOf(deps, judged, now) : undefined;
  return { trigger, side: 'requester', rota, askId: deps.newIds.next('ask', now), ...(open && { open }) };
};

const nextRoundOf = (request: LoanRequest, now: number): NextRound => {
  const { v } = request;
  const requester = payerOf(request);
  const first = timersOf(request)[0];
  const left = first ? Math.ceil((Date.parse(first.at) - now) / 1000) : IDLE_SECONDS;
  const seconds = Math.min(IDLE_SECONDS, Math.max(1, left));
  return { next: hasEnded(request) ? 'end' : 'wait', seconds, v, requester };
};

const carryOut = async (
  deps: RequestMovingDeps,
  before: StoredLoanRequest,
  move: Move,
  now: number,
): Promise<'done' | 'stuck'> => {
  const at = iso(now);
  const { trigger, rota, ...where } = move;
  const { timers: policy } = await deps.sharing(now);
  const acted = act(rota ? { ...before.request, rota } : before.request, trigger, {
    ...where,
    at,
    by: { kind: 'system' },
    policy,
  });
  // The step was refused or is done already: another process moved the request and decides what follows.
  if ('refused' in acted || acted.unchanged) return 'stuck';
  const moves = await deps.copies.movesFor({ before: before.request, after: acted.request, trigger, now, at });
  if ('refused' in moves) return 'stuck';
  await saveStep(deps, before, forPartner(acted, move, at, policy), { ...moves, now });
  return 'done';
};

/** Requests staff attention when sourcing has failed for as long as the policy allows. */
const stalled = (request: LoanRequest, now: number): Move | undefined => {
  const { requester: timer } = request.timers;
  const isDue = timer?.name === 'source-by' && Date.parse(timer.at) <= now;
  return isDue && isOurs(request, 'requester') ? { trigger: timer.trigger, side: timer.side } : undefined;
};

/**
 * Moves the request. When that is impossible, requests staff attention when it is due. Returns whether anything was
 * done.
 */
const tookStep = async (
  deps: RequestMovingDeps,
  stored: StoredLoanRequest,
  move: Move,
  now: number,
): Promise<boolean> => {
  if ((await carryOut(deps, stored, move, now)) === 'done') return true;
  const call = stalled(stored.request, now);
  return call !== undefined && (await carryOut(deps, stored, call, now)) === 'done';
};

/**
 * Performs what is due now (time-outs, the next supplier, the end of the rota), each in one conditional write; after a
 * conflict it reads again. Returns how long to wait. A repeated or parallel run changes nothing more.
 */
export const advanceRequest = async (deps: RequestMovingDeps, requestId: string, now: number): Promise<NextRound> => {
  for (let step = 0; ; step += 1) {
    const stored = await deps.requests.load(requestId);
    if (!stored) return { next: 'end', seconds: 0, v: 0 };
    const way = nextRoundOf(stored.request, now);
    const move = way.next === 'end' || step >= MOST_STEPS ? undefined : await nextMove(deps, stored.request, now);
    if (!move) return way;
    if (!(await tookStep(deps, stored, move, now))) return { ...way, seconds: Math.max(STUCK_SECONDS, way.seconds) };
  }
};
