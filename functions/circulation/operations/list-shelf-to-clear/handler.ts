import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type InterlibraryDeps, interlibraryDeps } from '../../deps.ts';
import type { CirculationPolicies } from '../../domain/policies.ts';
import type { ListRow } from '../../schemas/items.ts';
import { planCheckIn } from '../../use-cases/check-in.ts';
import { listBranchItems } from '../../use-cases/list-branch-items.ts';
import { loadItemHold } from '../../use-cases/load-item-holds.ts';
import { contract } from './contract.ts';

const reading = { strong: false };

const waitsHere = (claim: Hold | undefined, item: ItemCirculation): boolean =>
  claims(claim, item.itemId) && claim.state === 'on-shelf';

/** What a scan of this copy here would come to now: the very decision of a check-in, without its write. */
const whereTo = async (
  deps: InterlibraryDeps & { ids: Ids },
  { itemId, branchId }: { itemId: string; branchId: string },
  { policies, now }: { policies: CirculationPolicies; now: number },
) => {
  const asIfScanned = { bySelfCheck: false, key: undefined, override: undefined, by: 'system' };
  const plan = await planCheckIn(deps, { ...asIfScanned, body: { branchId, item: itemId }, policies, now }, reading);
  if (!('answer' in plan)) return {};
  const { next, slip } = plan.answer;
  return { next, ...(slip && { slip }) };
};

export const handler = handle(contract, interlibraryDeps, async ({ path, query, now }, deps) => {
  const { branchId } = path;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const over = new Set<string>();
  const outcome = await listBranchItems(deps, 'shelf', branchId, query, now, async (item) => {
    const claim = await loadItemHold(deps, item, reading);
    const waits = waitsHere(claim, item);
    // Until the clock has ended a hold whose time is over, a scan would still find it waiting.
    const late = item.hold?.shelfExpiresAt === undefined || item.hold.shelfExpiresAt < iso(now);
    if (waits && late) over.add(item.itemId);
    return late || !waits;
  });
  if ('refused' in outcome) return { refused: outcome.refused };
  const { items, next } = outcome.ok;
  const rows = await Promise.all(
    items.map(async (row: ListRow) => ({
      ...row,
      ...(!over.has(row.itemId) && (await whereTo(deps, { itemId: row.itemId, branchId }, { policies, now }))),
    })),
  );
  return answer({ items: rows, ...(next !== undefined && { next }) });
});
