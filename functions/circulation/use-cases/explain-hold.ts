import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logAccess } from '../../patrons/public/log-access.ts';
import { queueTo } from '../data/hold-candidates.ts';
import type { CirculationDeps } from '../deps.ts';
import { type CopyForHold, explainCopies } from '../domain/holds/explain-hold.ts';
import { queuePlace } from '../domain/holds/hold-queue.ts';
import { barriers } from '../domain/holds/may-fill.ts';
import { holdOf } from '../domain/holds/place-hold.ts';
import { explained } from '../schemas/explanations.ts';
import { withHold } from './load-hold.ts';
import type { HoldRequest } from './load-hold-request.ts';
import { planHold } from './plan-hold.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = {
  actor: Actor | undefined;
  body: HoldRequest & { patron: string; member?: string | undefined; pickupBranch: string; branchId: string };
  now: number;
};

const copyView = ({ item, comes, barrier, values }: CopyForHold) => {
  const { itemId, barcode, currentBranch: branchId, state } = item;
  return { itemId, barcode, branchId, state, comes, values, ...(barrier && { barrier, meaning: barriers[barrier] }) };
};

/** Explains how a hold would be decided now, which place it would have, and the reasons for or against each item (`most` at most). */
export const explainHold = async (deps: CirculationDeps, { actor, body, now }: Input, most: number) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const branch = await deps.branches.known(body.pickupBranch, now);
  if (!branch) return refuseUnknownBranch(body.pickupBranch, '/body/pickupBranch');
  const who = { patron: body.patron, member: body.member };
  const toPlan = { holdId: deps.ids.next('hold', now), who, body, branch, policies, now };
  const plan = await planHold(deps, toPlan, { strong: false });
  if ('refused' in plan) return plan;
  const { decision, request, patron, recordIds } = plan;
  await logAccess(deps, { actor, patron, branchId: body.branchId, now });
  // As if it waited from now on, even when a later start is requested.
  const hold = { ...holdOf(request), state: 'placed' as const };
  const place = queuePlace(withHold(hold, await queueTo(deps.table, recordIds, hold)), hold.holdId);
  const { now: onShelf, later, onRequest } = decision.outlook;
  return answer({
    ...explained(decision),
    ...(place !== undefined && { place }),
    outlook: { now: onShelf, later, onRequest },
    copies: explainCopies(hold, request.items, policies, iso(now)).slice(0, most).map(copyView),
    ofCopies: request.items.length,
  });
};
