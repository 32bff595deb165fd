import { and, atLeast, type Condition } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { movesAccount } from '../../../layers/records/ledger/domain/owed.ts';
import { key, sortPrefix } from './keys.ts';

/** The mutual debts of a member and a partner in a currency, in minor units. */
export type PartnerBalance = { partnerId: string; currency: string; owes: number; owed: number };

type Moves = Map<string, { memberId: string; partnerId: string; add: Record<string, number> }>;

const addTo = (moves: Moves, { lines, partner: partnerId, currency, ...entry }: LedgerEntry): void => {
  const memberId = lines[0]?.member;
  if (partnerId === undefined || memberId === undefined) return;
  const name = `${memberId} ${partnerId}`;
  const move = moves.get(name) ?? { memberId, partnerId, add: {} };
  // Each sum is an attribute of its own, so that parallel charges only add to it.
  for (const [side, amount] of Object.entries(movesAccount({ ...entry, lines }))) {
    if (amount !== 0) move.add[`${side} ${currency}`] = (move.add[`${side} ${currency}`] ?? 0) + amount;
  }
  moves.set(name, move);
};

const holds = (add: Record<string, number>): Condition | undefined => {
  const taken = Object.entries(add).flatMap(([sum, amount]) => (amount < 0 ? [atLeast(sum, -amount)] : []));
  return taken.length > 0 ? and(...taken) : undefined;
};

/**
 * Builds the writes by which entries change the accounts between a member and its partners, one per account. They
 * require that no more is settled than is owed. Entries within the consortium change none.
 */
export const partnerAccountWrites = (entries: readonly LedgerEntry[]): Write[] => {
  const moves: Moves = new Map();
  for (const entry of entries) addTo(moves, entry);
  return [...moves.values()].map(({ memberId, partnerId, add }) => {
    const when = holds(add);
    const set = { entity: 'partnerAccount', schema: 1, memberId, partnerId };
    return { update: key('partnerAccount', { memberId, partnerId }), set, add, ...(when && { when }) };
  });
};

const balancesIn = (item: Record<string, unknown>): PartnerBalance[] => {
  const sum = (side: string, currency: string): number => Number(item[`${side} ${currency}`] ?? 0);
  const names = Object.keys(item).filter((name) => /^owe[sd] [A-Z]{3}$/.test(name));
  const currencies = [...new Set(names.map((name) => name.slice(-3)))].toSorted();
  const partnerId = String(item.partnerId);
  return currencies.map((currency) => ({
    ...{ partnerId, currency },
    owes: sum('owes', currency),
    owed: sum('owed', currency),
  }));
};

/** The accounts between members and partners. */
export type PartnerAccountStore = {
  /** The mutual debts of a member and one partner, one row per currency. */
  get(memberId: string, partnerId: string): Promise<PartnerBalance[]>;
  /** The mutual debts of a member and all its partners, by partner and currency. */
  ofMember(memberId: string): Promise<PartnerBalance[]>;
};

/** The accounts in the table. */
export const partnerAccountStore = (table: Table): PartnerAccountStore => ({
  get: async (memberId, partnerId) => {
    const item = await table.get(key('partnerAccount', { memberId, partnerId }), { strong: true });
    return item ? balancesIn(item) : [];
  },
  ofMember: async (memberId) => {
    const { pk: partition } = key('partnerAccount', { memberId, partnerId: '-' });
    return (await table.queryAll({ partition, begins: sortPrefix('partnerAccount') })).flatMap(balancesIn);
  },
});
