import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Movement } from '../../../layers/records/policies/domain/movement.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { toteStore } from '../data/tote-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { carriageBetween } from '../domain/checkin/courier.ts';
import { movementOf } from '../domain/decisions/policies.ts';
import { courierDays, toteExceptions } from '../domain/items/tote.ts';
import { toteView } from '../schemas/totes.ts';
import { rowView } from '../schemas/views.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

/** The most rows of one destination. */
const MOST_ROWS = 100;
/** Totes of the last weeks, for what is open and for the days of a route. */
const MOST_TOTES = 100;

/** The branches to which something may travel: the stops of the courier first, then all others. */
const destinations = async ({ table }: CirculationDeps, { courier }: Movement, from: string): Promise<string[]> => {
  const stops = courier.routes.flatMap((route) => route.stops);
  const all = (await readDirectory(table)).flatMap(({ branches }) => branches.map(({ branchId }) => branchId));
  return [...new Set([...stops, ...Object.keys(courier.totes), ...all])].filter((branchId) => branchId !== from);
};

/** Returns what travels between two branches: the list of the destination has the items of all branches, so it is read page by page. */
const leaving = async ({ items }: CirculationDeps, from: string, to: string): Promise<ItemCirculation[]> => {
  const found: ItemCirculation[] = [];
  let cursor: string | undefined;
  do {
    const page = await items.list('transitTo', to, {
      limit: MOST_ROWS,
      ...(cursor !== undefined && { after: cursor }),
    });
    if (page === 'bad-cursor') break;
    found.push(...page.rows.filter(({ currentBranch }) => currentBranch === from));
    cursor = page.next;
  } while (cursor !== undefined && found.length < MOST_ROWS);
  return found.slice(0, MOST_ROWS);
};

const goingTo = async (deps: CirculationDeps, movement: Movement, from: string, to: string, now: number) => {
  const rows = await leaving(deps, from, to);
  if (rows.length === 0) return [];
  const items = await Promise.all(
    rows.map(async (item) => rowView(item, await deps.titles.ofSource(item.sourceId, now))),
  );
  const { routes = [], days = [], tote } = carriageBetween(movement, from, to) ?? {};
  return [{ to, routes, days, ...(tote !== undefined && { tote }), items }];
};

/** Lists what leaves a branch by destination, its totes on both ends, their exceptions, and how many days totes took. */
export const listCourier = async (deps: CirculationDeps, branchId: string, now: number) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const movement = movementOf(policies);
  const places = await destinations(deps, movement, branchId);
  const [going, { from, to }] = await Promise.all([
    Promise.all(places.map((place) => goingTo(deps, movement, branchId, place, now))),
    toteStore(deps.table).ofBranch(branchId, MOST_TOTES),
  ]);
  const totes = [...from, ...to];
  const missing = totes.flatMap((tote) => (tote.settledAt === undefined ? (tote.missing ?? []) : []));
  const items = await deps.items.getMany(missing.map(({ itemId }) => itemId));
  return answer({
    going: going.flat(),
    totes: totes.filter(({ state }) => state !== 'received').map(toteView),
    exceptions: toteExceptions(totes, items, iso(now)),
    took: courierDays(totes),
  });
};
