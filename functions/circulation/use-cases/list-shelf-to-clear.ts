import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import { claims } from '../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { InterlibraryDeps } from '../deps.ts';
import type { CirculationPolicies } from '../domain/decisions/policies.ts';
import { planCheckIn } from './check-in.ts';
import { listBranchItems } from './list-branch-items.ts';
import { loadItemHold } from './load-item-holds.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = { branchId: string; page: PageRequest; now: number };

const eventually = { strong: false };

const waitsHere = (claim: Hold | undefined, item: ItemCirculation): boolean =>
  claims(claim, item.itemId) && claim.state === 'on-shelf';

/** Returns where a check-in here would send this item now: by the decision of the check-in, without its write. */
const nextOf = async (
  deps: InterlibraryDeps,
  { itemId, branchId }: { itemId: string; branchId: string },
  { policies, now }: { policies: CirculationPolicies; now: number },
) => {
  const asIfScanned = {
    bySelfCheck: false,
    channel: 'desk' as const,
    key: undefined,
    override: undefined,
    by: 'system',
    actor: undefined,
  };
  const scanned = { ...asIfScanned, body: { branchId, item: itemId }, policies, now };
  const plan = await planCheckIn(deps, scanned, eventually);
  if (!('answer' in plan)) return {};
  const { next, slip } = plan.answer;
  return { next, ...(slip && { slip }) };
};

/** Lists the items on a hold shelf that no longer wait for a patron, with the destination of each. */
export const listShelfToClear = async (deps: InterlibraryDeps, { branchId, page, now }: Input) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const expired = new Set<string>();
  const listed = await listBranchItems(deps, 'shelf', branchId, page, now, async (item) => {
    const claim = await loadItemHold(deps, item, eventually);
    const waits = waitsHere(claim, item);
    // Until the scheduler has ended an expired hold, a scan would still find it waiting.
    const late = item.hold?.shelfExpiresAt === undefined || item.hold.shelfExpiresAt < iso(now);
    if (waits && late) expired.add(item.itemId);
    return late || !waits;
  });
  if ('refused' in listed) return { refused: listed.refused };
  const { items, next } = listed.ok;
  const rows = await Promise.all(
    items.map(async (row) => ({
      ...row,
      ...(!expired.has(row.itemId) && (await nextOf(deps, { itemId: row.itemId, branchId }, { policies, now }))),
    })),
  );
  return answer({ items: rows, ...(next !== undefined && { next }) });
};
