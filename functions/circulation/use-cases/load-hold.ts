import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { UnionIds } from '../../catalogue/public/union-copies.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { queueTo } from '../data/hold-candidates.ts';
import type { Shelf } from '../domain/checkin/shelf-after.ts';
import type { CirculationPolicies } from '../domain/decisions/policies.ts';
import type { HoldReference } from '../schemas/hold-references.ts';

export type { HoldReference };

/** Returns whether a hold is of a patron of the branch's library, or to be collected at that library. */
export const concernsLibrary = ({ patronMember, pickupBranch }: Hold, branchId: string): boolean =>
  [patronMember, memberOfBranch(pickupBranch)].includes(memberOfBranch(branchId));

/** Patrons change their own holds; a desk changes those of its library's patrons and those to be collected at its library. */
const isTheirs = (hold: Hold, actor: Actor | undefined, branchId = ''): boolean =>
  actor?.kind === 'patron' ? hold.patronId === actor.id : concernsLibrary(hold, branchId);

type Asked = { path: HoldReference; actor: Actor | undefined; branchId?: string | undefined };

/** Loads a hold that the actor may change, with its targeted copy. Refuses an unknown hold and another person's hold in the same way. */
export const loadOwnHold = async (
  { holds, items }: CirculationStores,
  { path, actor, branchId }: Asked,
  reading: Consistency,
): Promise<{ hold: Hold; item?: ItemCirculation } | { refused: RefusalOf<'unknown-hold'>[] }> => {
  const hold = await holds.get(path.recordId, path.holdId, reading);
  if (!hold || !isTheirs(hold, actor, branchId)) {
    return refuse('unknown-hold', 'There is no such hold of yours.', '/path/holdId');
  }
  const item = hold.targetItemId === undefined ? undefined : await items.get(hold.targetItemId, reading);
  return { hold, ...(item && { item }) };
};

/** Returns the actor for the log of holds that lose their copy: staff by id, patrons without a name. */
export const actorLabel = (actor: Actor | undefined): string =>
  actor?.kind === 'patron' ? 'patron' : actorName(actor);

/** Loads the other holds that a copy on a hold shelf could fill next; empty when the hold has no copy there. */
export const loadShelf = async (
  { unions, branches }: CirculationStores,
  { hold, item }: { hold: Hold; item?: ItemCirculation },
  policies: CirculationPolicies,
  now: number,
  reading: Consistency,
): Promise<{ shelf?: Shelf }> => {
  if (hold.state !== 'on-shelf' || item === undefined) return {};
  const [{ waiting: queue, stopped }, branch] = await Promise.all([
    unions.candidates({ item, branchId: item.currentBranch, at: iso(now), policies }, reading),
    branches.known(item.currentBranch, now),
  ]);
  return branch ? { shelf: { queue, policies, stopped, calendar: branch.calendar } } : {};
};

const unionsFor = async ({ unions }: CirculationStores, hold: Hold, reading: Consistency): Promise<UnionIds[]> => {
  const wanted = [...new Set([hold.recordId, ...(hold.editions ?? [])])];
  const found = (await Promise.all(wanted.map((id) => unions.find(id, reading)))).flatMap((one) => one ?? []);
  return [...new Map(found.map((union) => [union.recordId, union])).values()];
};

/** Loads the queue of a hold up to its position, without its copies; undefined when the position is too far back to count. */
export const loadQueueTo = async (deps: CirculationStores, hold: Hold, reading: Consistency) => {
  const recordIds = (await unionsFor(deps, hold, reading)).flatMap((union) => union.recordIds);
  return queueTo(deps.table, recordIds, hold, reading);
};

/** Loads all copies that could fill a hold, and the records whose queue it is in: its own and, for a work, those of other editions. */
export const loadHoldCopies = async (deps: CirculationStores, hold: Hold, reading: Consistency) => {
  const unique = await unionsFor(deps, hold, reading);
  const lent = await Promise.all(unique.map((union) => deps.unions.copiesLent(union, reading)));
  return {
    items: lent.flatMap((copies) => copies(hold.patronMember, hold.targetItemId)),
    recordIds: unique.flatMap(({ recordIds }) => recordIds),
  };
};

/** Loads the same with the queue up to the hold's position; without the queue when the position is too far back to count. */
export const loadHoldContext = async (deps: CirculationStores, hold: Hold, reading: Consistency) => {
  const { items, recordIds } = await loadHoldCopies(deps, hold, reading);
  // Read after the copies: a strongly consistent queue then contains every hold for which a copy was changed before.
  return { items, recordIds, queue: await queueTo(deps.table, recordIds, hold, reading) };
};

/** Returns the queue with the current state of a hold, to find its position; empty when the queue was not read that far. */
export const withHold = (hold: Hold, queue: readonly Hold[] | undefined): Hold[] =>
  queue ? [...queue.filter(({ holdId }) => holdId !== hold.holdId), hold] : [];

/** A hold with all copies that could fill it. */
type DeskHold = { hold: Hold; copies: ItemCirculation[] };

/**
 * Loads a hold that concerns a desk: of its library's patron, picked up at its library, or paged there. Refuses any other
 * hold as unknown, so that guessing ids reveals nothing.
 */
export const loadDeskHold = async (
  deps: CirculationStores,
  { recordId, holdId }: HoldReference,
  branchId: string,
  reading: Consistency,
): Promise<DeskHold | { refused: RefusalOf<'unknown-hold'>[] }> => {
  const unknown = () => refuse('unknown-hold', 'There is no such hold at your library.', '/path/holdId');
  const hold = await deps.holds.get(recordId, holdId, reading);
  if (!hold) return unknown();
  const { items: copies } = await loadHoldCopies(deps, hold, reading);
  const paged = copies.find(({ itemId }) => itemId === hold.targetItemId)?.currentBranch ?? '';
  const members = [hold.patronMember, memberOfBranch(hold.pickupBranch), memberOfBranch(paged)];
  return members.includes(memberOfBranch(branchId)) ? { hold, copies } : unknown();
};
