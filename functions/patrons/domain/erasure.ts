import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { PatronStatus } from './patron-status.ts';

/** Why a patron cannot be erased yet, and which loan, hold or bill it is. */
export type ErasureReason = { code: 'loan-open' | 'hold-open' | 'debt-open'; detail: string };

type Held = {
  counters: PatronStatus['counters'];
  lent: readonly Pick<ItemCirculation, 'loan'>[];
  holds: readonly Pick<Hold, 'holdId'>[];
  bills: readonly { billId: string; open: number; currency: string }[];
};

const named = (code: ErasureReason['code'], count: number, details: string[], what: string): ErasureReason[] => {
  if (count === 0) return [];
  // The counter decides; the list, which an index gives, may lag behind it.
  return details.length > 0 ? details.map((detail) => ({ code, detail })) : [{ code, detail: what }];
};

/** Everything that defers an erasure: open loans, holds and requests, and money owed either way. Empty when nothing does. */
export const erasureReasons = ({ counters, lent, holds, bills }: Held): ErasureReason[] => {
  const loans = lent.flatMap(({ loan }) => (loan ? [`${loan.loanId}, due ${loan.due}`] : []));
  const owed = bills.map(({ billId, open, currency }) => `${billId}, ${open} ${currency} (minor units)`);
  return [
    ...named('loan-open', counters.loans, loans, `${counters.loans} loans`),
    ...named(
      'hold-open',
      counters.holds,
      [...holds.map(({ holdId }) => holdId)],
      `${counters.holds} holds or requests`,
    ),
    ...named('debt-open', counters.owed === 0 && bills.length === 0 ? 0 : 1, owed, `${counters.owed} (minor units)`),
  ];
};

/** Rows that are closed books or what was measured: they never name a patron, and nothing may change them. */
const books = new Set([
  'ledgerEntry',
  'usageDay',
  'usageBatch',
  'usageEvidence',
  'usageWaiting',
  'idleReading',
  'loanStatistic',
]);

type Row = Record<string, unknown>;

const without = (value: unknown, patronId: string): unknown => {
  if (typeof value === 'string') return value.replaceAll(patronId, 'erased');
  if (Array.isArray(value)) return value.map((one) => without(one, patronId));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, patronId)]));
};

const keyNames = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk', 'gsi4pk', 'gsi4sk'];

/**
 * What becomes of a row that may name an erased patron: left as it is, deleted (its key names the patron, or it is an ended
 * hold or a kept answer, which live on for days only), or written without the name. Throws for a row of the books that
 * names one: that would be a fault of whoever wrote it, and to change it would be another.
 */
export const rowWithout = (row: Row, patronId: string): 'untouched' | 'delete' | Row => {
  if (!JSON.stringify(row).includes(patronId)) return 'untouched';
  const { entity } = row;
  if (books.has(String(entity))) throw new Error(`a row of the books names a patron: ${String(entity)}`);
  if (['pk', 'sk'].some((name) => String(row[name]).includes(patronId))) return 'delete';
  // A loaded row without its patron would keep the same person from ever being loaded again.
  if (entity === 'hold' || entity === 'request' || entity === 'loadedRow') return 'delete';
  // The school's register goes on to know the number; this house forgets whose it was.
  if (entity === 'pupilNumber') return 'delete';
  // Its facts were told long ago; written again under a new counter they would be told again.
  const { facts: _facts, told: _told, patron, ...rest } = row;
  const kept = Object.fromEntries(
    Object.entries({ ...rest, ...(entity === 'loanRequest' ? {} : { patron }) }).filter(
      ([name, value]) => value !== undefined && !(keyNames.includes(name) && String(value).includes(patronId)),
    ),
  );
  for (const index of ['gsi1', 'gsi2', 'gsi3', 'gsi4']) {
    if (kept[`${index}pk`] === undefined || kept[`${index}sk`] === undefined) {
      delete kept[`${index}pk`];
      delete kept[`${index}sk`];
    }
  }
  const clean = without(kept, patronId) as Row;
  return typeof row.v === 'number' ? { ...clean, v: row.v + 1 } : clean;
};
