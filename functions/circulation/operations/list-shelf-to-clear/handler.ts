import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationPolicies } from '../../domain/policies.ts';
import type { ListRow } from '../../schemas/shapes.ts';
import { planOf } from '../../use-cases/check-in-plan.ts';
import { claimOf } from '../../use-cases/find.ts';
import { circulationHouse, type House } from '../../use-cases/house.ts';
import { listed } from '../../use-cases/listed.ts';
import { contract } from './contract.ts';

const reading = { strong: false };

const waitsHere = (claim: Hold | undefined, item: ItemCirculation): boolean =>
  claims(claim, item.itemId) && claim.state === 'on-shelf';

/** What a scan of this copy here would come to now: the very decision of a check-in, without its write. */
const whereTo = async (
  house: House,
  { itemId, branchId }: { itemId: string; branchId: string },
  { policies, now, ids }: { policies: CirculationPolicies; now: number; ids: Ids },
) => {
  const asIfScanned = { bySelfCheck: false, key: undefined, override: undefined, by: 'system' };
  const plan = await planOf(house, { ...asIfScanned, body: { branchId, item: itemId }, policies, now, ids }, reading);
  if (!('answer' in plan)) return {};
  const { next, slip } = plan.answer;
  return { next, ...(slip && { slip }) };
};

export const handler = handle(contract, circulationHouse, async ({ path, query, now }, { ids, ...house }) => {
  const { branchId } = path;
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const over = new Set<string>();
  const outcome = await listed(house, 'shelf', branchId, query, now, async (item) => {
    const claim = await claimOf(house, item, reading);
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
      ...(!over.has(row.itemId) && (await whereTo(house, { itemId: row.itemId, branchId }, { policies, now, ids }))),
    })),
  );
  return answer({ items: rows, ...(next !== undefined && { next }) });
});
