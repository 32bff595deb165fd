import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ClosingDeps } from '../deps.ts';
import { closedDays } from '../domain/closings/closing.ts';
import { closingView } from '../schemas/closings.ts';
import { advanceClosing } from './advance-closing.ts';

const REQUEST_MS = 6000;
/** The time during which no other run may continue the closing. */
const OURS_MS = 60_000;

const closeBranch = { did: 'close-branch' };
const reopenBranch = { did: 'reopen-branch' };
const ways = {
  onwards: { from: 'previewed', to: 'noting', through: ['noting', 'running', 'done'], audit: closeBranch },
  back: { from: 'done', to: 'undoing', through: ['undoing', 'undone'], audit: reopenBranch },
} as const;

type Start = {
  actor: Actor | undefined;
  path: { branchId: string; closingId: string };
  way: 'onwards' | 'back' | 'look';
  now: number;
};

/**
 * Stores the closed days and moves the dates, or restores both; continues what has begun already. A repeated request does nothing twice.
 * Days that have passed were closed: from the second closed day on nothing is restored.
 */
export const startClosing = async (deps: ClosingDeps, { actor, path, way, now }: Start) => {
  const { branchId, closingId } = path;
  const [found, branch] = await Promise.all([deps.closings.get(branchId, closingId), deps.branches.get(branchId, now)]);
  if (!found || !branch)
    return refuse('closing-unknown', `${branchId} has no closing ${closingId}.`, '/path/closingId');
  const until = now + REQUEST_MS;
  if (way === 'look') return answer(closingView(await advanceClosing(deps, found, until)));
  const { from, to, through, audit } = ways[way];
  const today = localDay(branch.calendar, iso(now));
  if (found.state === from && way === 'onwards' && found.to < today) {
    return refuse('closing-in-past', `Today is ${today} at the branch.`);
  }
  if (found.state === from && way === 'back' && found.from < today) {
    return refuse('closing-begun', `The branch has been closed since ${found.from}.`);
  }
  const line = {
    ...{ subject: `branch:${branchId}`, at: iso(now), auditId: deps.ids.next('audit', now), by: actorName(actor) },
    ...{ ...audit, detail: { ...closedDays(found), closingId } },
  };
  const isDue = found.state === from;
  const started = isDue ? await deps.closings.start(found, to, iso(now + OURS_MS), line) : found;
  if (!started || !through.some((state) => state === started.state)) {
    return refuse('closing-wrong-state', `The closing is ${found.state}.`);
  }
  return answer(closingView(await advanceClosing(deps, started, until)));
};
