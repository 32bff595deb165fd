import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { noteLook } from '../../../patrons/public/note-look.ts';
import { circulationDeps } from '../../deps.ts';
import { type CopyForHold, explainCopies } from '../../domain/explain-hold.ts';
import { queuePlace } from '../../domain/hold-queue.ts';
import { barriers } from '../../domain/may-fill.ts';
import { holdOf } from '../../domain/place-hold.ts';
import { explained } from '../../schemas/explanations.ts';
import { queueTo } from '../../use-cases/hold-candidates.ts';
import { withHold } from '../../use-cases/load-hold.ts';
import { planHold } from '../../use-cases/plan-hold.ts';
import { contract, MOST_COPIES } from './contract.ts';

const copyView = ({ item, comes, barrier, values }: CopyForHold) => {
  const { itemId, barcode, currentBranch: branchId, state } = item;
  return { itemId, barcode, branchId, state, comes, values, ...(barrier && { barrier, meaning: barriers[barrier] }) };
};

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, { ids, ...house }) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const branch = await house.branches.known(body.pickupBranch, now);
  if (!branch) return refuse('unknown-branch', `${body.pickupBranch} is no branch.`, '/body/pickupBranch');
  const who = { patron: body.patron, member: body.member };
  const asked = { holdId: ids.next('hold', now), who, body, branch, policies, now };
  const looked = await planHold(house, asked, { strong: false });
  if ('refused' in looked) return looked;
  const { decision, request, patron, recordIds } = looked;
  await noteLook({ ...house, ids }, { actor, patron, branchId: body.branchId, now });
  // As if it waited from now on, also where a later start was asked for.
  const hold = { ...holdOf(request), state: 'placed' as const };
  const place = queuePlace(withHold(hold, await queueTo(house.table, recordIds, hold)), hold.holdId);
  const { now: onShelf, later, onRequest } = decision.outlook;
  return answer({
    ...explained(decision),
    ...(place !== undefined && { place }),
    outlook: { now: onShelf, later, onRequest },
    copies: explainCopies(hold, request.items, policies, iso(now)).slice(0, MOST_COPIES).map(copyView),
    ofCopies: request.items.length,
  });
});
