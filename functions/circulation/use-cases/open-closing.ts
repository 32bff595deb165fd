import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ClosingDeps } from '../deps.ts';
import type { ClosedDays } from '../domain/closings/closing.ts';
import { type ClosingView, closingView } from '../schemas/closings.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

/** The time after which the background job looks for the dates, unless a request does. */
const LOOK_MS = 15_000;

type Opening = {
  actor: Actor | undefined;
  path: { branchId: string };
  body: ClosedDays;
  now: number;
  keep: Keep<ClosingView>;
};

/** Opens a closing of a branch, whose dates are looked for next. Nothing is changed yet. */
export const openClosing = async (deps: ClosingDeps, { actor, path: { branchId }, body, now, keep }: Opening) => {
  const branch = await deps.branches.get(branchId, now);
  if (!branch) return refuse('unknown-branch', `${branchId} is no branch.`, '/path/branchId');
  if (!(await deps.policiesAt(now))) return { refused: refuseWithoutPolicies().refused };
  const today = localDay(branch.calendar, iso(now));
  if (body.from < today) return refuse('closing-in-past', `Today is ${today} at the branch.`, '/body/from');
  const opened = { closingId: deps.ids.next('closing', now), branchId, ...body, at: iso(now), by: actorName(actor) };
  const closing = await deps.closings.open(opened, iso(now + LOOK_MS), (one) => keep(closingView(one)));
  return answer(closingView(closing));
};
