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

/** More steps than any request takes at once; a table that turned in circles would end here. */
const MOST_STEPS = 20;
/**
 * The longest wait, also without a timer: people move the request, and they wake the workflow. An execution ends after a year,
 * and is followed by another (handler.ts) only between two waits; a task may wait 99,999,999 seconds at most.
 */
const IDLE_SECONDS = 30 * 24 * 3600;
/** What is due and cannot be done is tried again after so long at the earliest. */
const STUCK_SECONDS = 60;
const DAYS_AHEAD = 14;
/** States in which the workflow itself goes on: to the next supplier, or to the end of the rota. */
const SOURCED: readonly string[] = ['requested', 'unfilled'];

type Deps = ResourceSharingDeps & { newIds: Ids };
/** `rota` when it was judged anew. */
type Move = { trigger: Trigger; rota?: LoanRequest['rota'] } & Pick<TriggerContext, 'side' | 'askId' | 'open'>;

/** How the workflow goes on: wait so many seconds for news of the request as it is at `v`, or end. */
export type NextRound = { next: 'wait' | 'end'; seconds: number; v: number; requester?: string | undefined };

// A partner’s word may end its wait for an answer of one of us without our table: what nobody waits for is not looked at.
const isAwaited = ({ name }: Timer, { state }: LoanRequest): boolean => name !== 'answer-by' || state === 'asked';

const timersOf = (request: LoanRequest): Timer[] =>
  [request.timers.requester, request.timers.supplier]
    .filter((timer) => timer !== undefined)
    .filter((timer) => isAwaited(timer, request))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

const openOf = async (deps: Deps, request: LoanRequest, now: number): Promise<readonly OpenInterval[] | undefined> => {
  const supplier = nextSupplier(request);
  const item = supplier?.itemId === undefined ? undefined : await deps.items.get(supplier.itemId);
  const branch = item && (await deps.branches.known(item.branchId, now));
  return branch && openIntervals(branch.calendar, iso(now), DAYS_AHEAD);
};

/** Whether the workflow looks for the next supplier: for our requester, and for a partner that asks all of us after one has said no. */
const isSourced = (request: LoanRequest): boolean =>
  isOurs(request, 'requester') ? SOURCED.includes(request.state) : isBroadcast(request) && request.state === 'unfilled';

/** What a step of the workflow means where a partner asks all of us: the next one's time, or the no that the partner hears. */
const forPartner = (acted: Acted, { trigger, askId = '' }: Move, at: string, policy: TimerPolicy): Acted => {
  if (!isBroadcast(acted.request)) return acted;
  if (trigger === 'ask') return answerable(acted, askId, at, policy);
  return trigger === 'rota-ended' ? unfilledByAllMembers(acted, at) : acted;
};

/** What is to be done now without anybody's doing: a timer that has run out, or the next supplier. */
const nextMove = async (deps: Deps, request: LoanRequest, now: number): Promise<Move | undefined> => {
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

const carryOut = async (deps: Deps, before: StoredLoanRequest, move: Move, now: number): Promise<'done' | 'stuck'> => {
  const at = iso(now);
  const { trigger, rota, ...where } = move;
  const { timers: policy } = await deps.sharing(now);
  const acted = act(rota ? { ...before.request, rota } : before.request, trigger, {
    ...where,
    at,
    by: { kind: 'system' },
    policy,
  });
  // Refused or done before: whoever moved the request meanwhile has the say.
  if ('refused' in acted || acted.unchanged) return 'stuck';
  const moves = await deps.copies.movesFor({ before: before.request, after: acted.request, trigger, now, at });
  if ('refused' in moves) return 'stuck';
  await saveStep(deps, before, forPartner(acted, move, at, policy), { ...moves, now });
  return 'done';
};

/** A person is called when sourcing could not be done for as long as the policy says: our requester's wait for the next supplier is over. */
const stalled = (request: LoanRequest, now: number): Move | undefined => {
  const { requester: timer } = request.timers;
  const isDue = timer?.name === 'source-by' && Date.parse(timer.at) <= now;
  return isDue && isOurs(request, 'requester') ? { trigger: timer.trigger, side: timer.side } : undefined;
};

/** Whether it went on: by the move, or, where that could not be done, by calling a person when it is time. */
const tookStep = async (deps: Deps, stored: StoredLoanRequest, move: Move, now: number): Promise<boolean> => {
  if ((await carryOut(deps, stored, move, now)) === 'done') return true;
  const call = stalled(stored.request, now);
  return call !== undefined && (await carryOut(deps, stored, call, now)) === 'done';
};

/**
 * The workflow's step: does by the table what is due now (time-outs, the next supplier, the end of the rota), each in
 * one conditional write; a lost race reads again. Gives how long to wait. Run twice, or side by side, it changes nothing more.
 */
export const advanceRequest = async (deps: Deps, requestId: string, now: number): Promise<NextRound> => {
  for (let step = 0; ; step += 1) {
    const stored = await deps.requests.load(requestId);
    if (!stored) return { next: 'end', seconds: 0, v: 0 };
    const way = nextRoundOf(stored.request, now);
    const move = way.next === 'end' || step >= MOST_STEPS ? undefined : await nextMove(deps, stored.request, now);
    if (!move) return way;
    if (!(await tookStep(deps, stored, move, now))) return { ...way, seconds: Math.max(STUCK_SECONDS, way.seconds) };
  }
};
