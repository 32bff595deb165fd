import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { type CirculationStores, circulationStores } from '../../circulation/public/circulation-stores.ts';
import type { Fillability } from '../../circulation/public/copies.ts';
import { expectedWait } from '../../circulation/public/expected-wait.ts';
import { queueTo } from '../../circulation/public/hold-candidates.ts';
import { canFill } from '../../circulation/public/hold-queue.ts';
import { withHold } from '../../circulation/public/load-hold.ts';
import { mayBecomeAvailable } from '../../circulation/public/may-become-available.ts';
import { holdOf } from '../../circulation/public/place-hold.ts';
import { holdDecision } from '../../circulation/public/plan-hold.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { supplyTerms } from '../domain/rota/supply-terms.ts';
import type { Setting } from './load-setting.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The result of a hold placed now: its refusals, the date of its copy, and whether it has to wait. */
export type HoldOutlook = {
  fillability: Fillability;
  refused: RefusalOf<string>[];
  by?: string;
  waits: boolean;
};

const known = new WeakMap<Table, CirculationStores>();
/** Returns circulation's stores for the table of resource sharing: one set per table, with one cache. */
export const circulationFor = (table: Table): CirculationStores => {
  const stores = known.get(table) ?? circulationStores(table);
  known.set(table, stores);
  return stores;
};

const isFree = ({ state }: ItemCirculation): boolean => state === 'available' || state === 'paged';

/** Days by courier from the nearest usable copy, preferring available ones. */
const transitDays = (items: readonly ItemCirculation[], hold: Hold, { rules, sharing }: Setting, days: number) => {
  const able = items.filter((item) => mayBecomeAvailable(item) && canFill(item, hold, rules));
  const ways = (days === 0 ? able.filter(isFree) : able).map(({ currentBranch: from }) =>
    from === hold.pickupBranch ? 0 : supplyTerms(sharing, { from, to: hold.pickupBranch }).transitDays,
  );
  return ways.length === 0 ? 0 : Math.min(...ways);
};

/**
 * Estimates a hold of this patron on a record: decided as when a hold is placed, dated by its queue position, the loan
 * period and the courier. An estimate, not a promise (C83).
 */
export const holdOutlook = async (
  deps: { table: Table; newIds: Ids },
  patron: PatronStatus,
  recordId: string,
  setting: Setting,
): Promise<HoldOutlook> => {
  const stores = circulationFor(deps.table);
  const { rules: policies, branch, now } = setting;
  const asked = { holdId: deps.newIds.next('hold', now), branch, policies, now };
  const input = { who: { patron: patron.patronId }, body: { recordId } };
  const looked = await holdDecision(stores, { ...asked, ...input }, { strong: false });
  if ('refused' in looked) return { fillability: 'none', refused: looked.refused, waits: false };
  const { decision, request, recordIds } = looked;
  const hold = holdOf(request);
  const queue = withHold(hold, await queueTo(stores.table, recordIds, hold));
  const days = expectedWait(hold, queue, request.items, policies)?.days;
  const by = days !== undefined && iso(now + (days + transitDays(request.items, hold, setting, days)) * DAY_MS);
  return {
    fillability: decision.fillability,
    refused: 'refused' in decision ? decision.refused : [],
    waits: days !== undefined && days > 0,
    ...(by && { by }),
  };
};
