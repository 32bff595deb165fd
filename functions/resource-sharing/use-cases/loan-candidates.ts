import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { copiesShown } from '../../catalogue/public/copies-shown.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { isTemporarySource } from '../../catalogue/public/is-temporary-source.ts';
import { maySee } from '../../catalogue/public/may-see.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { Fillability } from '../../circulation/public/copies.ts';
import { copyOutlook } from '../../circulation/public/copy-outlook.ts';
import { fillability } from '../../circulation/public/fillability.ts';
import type { Borrower, CirculationPolicies } from '../../circulation/public/policies.ts';
import { ruleFor } from '../../circulation/public/rule-for.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { ItemStore } from '../../items/public/item-store.ts';
import type { BranchStore } from '../../membership/public/branch-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import { key } from '../data/keys.ts';
import type { Service } from '../domain/requests/request.ts';
import { candidateHistory, type LendingBalance } from '../domain/rota/lending-balance.ts';
import { closedUntil, openMinutesNextDay } from '../domain/rota/open-minutes.ts';
import type { Candidate } from '../domain/rota/rota-factors.ts';
import { supplyTerms } from '../domain/rota/supply-terms.ts';
import type { SharingPolicy } from '../domain/sharing-policy.ts';

/** For whom copies are sought, where they would be collected, and when (epoch ms and ISO). */
export type LoanNeed = {
  recordId: string;
  pickupBranch: string;
  /** The viewer: a member (`asBorrower`), or the public when the item would leave the consortium. */
  seenBy: Viewer;
  borrower: Borrower;
  policies: CirculationPolicies;
  sharing: SharingPolicy;
  /**
   * Whether the item itself is needed. When a copy will do, also items that are not lent count, and no courier is
   * needed.
   */
  service?: Service;
  now: number;
  at: string;
};

/**
 * A record's copies as the rota scores them: one candidate per copy, with the ways by which it can be requested now.
 */
export type LoanSources = {
  /** The current union record of the requested record. */
  recordId: string;
  fillability: Fillability;
  candidates: Candidate[];
  items: ItemCirculation[];
};

type Stores = { table: Table; items: ItemStore; members: MemberStore; branches: Pick<BranchStore, 'known'> };

const gone: readonly ItemState[] = ['lost', 'lost-and-paid', 'claimed-returned', 'missing', 'damaged', 'withdrawn'];

/** The counters of a member, as far as they exist. */
export const readBalance = async (table: Table, memberId: string): Promise<LendingBalance> => {
  const item = await table.get(key('lendingBalance', { memberId }));
  return z.record(z.string(), z.unknown()).parse(item ?? {}) as LendingBalance;
};

/**
 * The copies of a union record that their members lend to the viewer: neither the copy, its holdings nor its record is
 * hidden from the viewer.
 */
const copiesOf = async (
  { table, items }: Stores,
  sources: readonly string[],
  viewer: Viewer,
): Promise<ItemCirculation[]> => {
  const copies = await copiesShown(table, sources);
  const lent = copies.filter(({ memberId, hiddenFrom }) => maySee(viewer, memberId, hiddenFrom));
  return items.getMany(lent.map(({ itemId }) => itemId));
};

const candidateOf = async (
  { table, members, branches }: Stores,
  item: ItemCirculation,
  copies: readonly ItemCirculation[],
  need: LoanNeed,
): Promise<Candidate> => {
  const { memberId, branchId } = item;
  const [member, branch, balance] = await Promise.all([
    members.get(memberId),
    branches.known(branchId, need.now),
    readBalance(table, memberId),
  ]);
  const { lendable, requestOnly } = ruleFor(need.policies, item, need.pickupBranch, need.borrower).values;
  const opens = branch && closedUntil(branch.calendar, need.at);
  const { service = 'loan' } = need;
  const copied = service === 'copy' || (service === 'copy-or-loan' && !lendable);
  const onRequest = copied || requestOnly || member?.lendsOnRequest === true;
  return {
    member: memberId,
    itemId: item.itemId,
    availableCopies: copies.filter((copy) => copy.memberId === memberId && copy.state === 'available').length,
    lends: !lendable && !copied ? 'no' : onRequest ? 'on-request' : 'freely',
    ...supplyTerms(need.sharing, { from: branchId, to: need.pickupBranch }),
    ...(copied && { transitDays: 0 }),
    openMinutesNextDay: branch ? openMinutesNextDay(branch.calendar, need.at) : 0,
    ...(opens !== undefined && { closedUntil: opens }),
    ...candidateHistory(balance, need.sharing.lendingTargets[memberId]),
  };
};

// Of a member's copies with equal scores, the one on its shelf is preferred.
const shelfFirst = (one: ItemCirculation, other: ItemCirculation): number =>
  Number(other.state === 'available') - Number(one.state === 'available') || (one.itemId < other.itemId ? -1 : 1);

const onePerMember = (items: readonly ItemCirculation[]): ItemCirculation[] => {
  const byMember = new Map<string, ItemCirculation>();
  for (const item of items.toSorted(shelfFirst)) if (!byMember.has(item.memberId)) byMember.set(item.memberId, item);
  return [...byMember.values()];
};

/** Evaluates every copy of a record; undefined when the record does not exist. */
export const loanSources = async (stores: Stores, need: LoanNeed): Promise<LoanSources | undefined> => {
  const found = await findRecord(stores.table, need.recordId);
  if (!found || found.now.sources.some(isTemporarySource)) return undefined;
  const items = await copiesOf(stores, found.now.sources, need.seenBy);
  const outlook = copyOutlook(items, need.policies, need.pickupBranch, need.borrower);
  const lasting = items.filter(({ state }) => !gone.includes(state));
  const lent = (item: ItemCirculation): boolean =>
    ruleFor(need.policies, item, need.pickupBranch, need.borrower).values.lendable;
  const asked = [...onePerMember(lasting.filter(lent)), ...onePerMember(lasting.filter((item) => !lent(item)))];
  const candidates = await Promise.all(asked.map((item) => candidateOf(stores, item, items, need)));
  return { recordId: found.now.recordId, fillability: fillability(outlook), candidates, items };
};
