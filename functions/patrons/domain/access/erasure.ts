import { ID_PREFIXES } from '../../../../layers/kernel/identity/id.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { PatronStatus } from '../record/patron-status.ts';

/** The reason why a patron cannot be erased yet, with the loan, hold or bill. */
export type ErasureReason = { code: 'loan-open' | 'hold-open' | 'debt-open'; detail: string };

/** A patron's open matters besides loans, according to circulation. */
export type OpenMatters = {
  holds: readonly Pick<Hold, 'holdId'>[];
  bills: readonly { billId: string; open: number; currency: string }[];
};

type Held = OpenMatters & {
  counters: PatronStatus['counters'];
  lent: readonly Pick<ItemCirculation, 'loan'>[];
};

const named = (code: ErasureReason['code'], count: number, details: string[], what: string): ErasureReason[] => {
  if (count === 0) return [];
  // The counter decides; the list, from an index, may be out of date.
  return details.length > 0 ? details.map((detail) => ({ code, detail })) : [{ code, detail: what }];
};

/** Returns everything that defers an erasure: open loans, holds and requests, and money owed either way. Empty when nothing does. */
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

/**
 * How an erasure treats a row that names the patron: `closed` rows never name one and must not be changed, `delete` removes
 * the row, `drop-patron` removes its field `patron`.
 */
export type RowErasure = 'closed' | 'delete' | 'drop-patron';

/** How an erasure treats the rows of layers below the contexts: ledger entries, and responses stored by Idempotency-Key. */
export const sharedRowErasure: Readonly<Record<string, RowErasure>> = { ledgerEntry: 'closed', request: 'delete' };

type Row = Record<string, unknown>;

const without = (value: unknown, patronId: string): unknown => {
  if (typeof value === 'string') return value.replaceAll(patronId, 'erased');
  if (Array.isArray(value)) return value.map((one) => without(one, patronId));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, patronId)]));
};

const PREFIX = `${ID_PREFIXES.patron}_`;

const eachText = (value: unknown, see: (text: string) => void): void => {
  if (typeof value === 'string') see(value);
  else if (Array.isArray(value)) for (const one of value) eachText(one, see);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [name, inner] of Object.entries(value)) {
      see(name);
      eachText(inner, see);
    }
  }
};

/**
 * Returns a function that finds which of the given patrons a row names, anywhere in a text of it. It reads a row once, however many
 * patrons there are. Throws for an id that is no patron's: it would not be found.
 */
export const patronsNamed = (patronIds: Iterable<string>): ((row: Row) => string[]) => {
  const wanted = new Set(patronIds);
  for (const id of wanted) if (!id.startsWith(PREFIX)) throw new Error('An erasure needs ids of patrons.');
  const lengths = [...new Set([...wanted].map(({ length }) => length))];
  return (row) => {
    const found = new Set<string>();
    eachText(row, (text) => {
      for (let at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1))
        for (const length of lengths) {
          const id = text.slice(at, at + length);
          if (wanted.has(id)) found.add(id);
        }
    });
    return [...found];
  };
};

const keyNames = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk', 'gsi4pk', 'gsi4sk'];

/**
 * Returns a row after an erasure: unchanged when it does not name the patron, deleted when its key names the patron or the treatment of its
 * entity requires it, otherwise the row without the patron's id. Throws for a closed row that names the patron: writing it was an error,
 * and changing it would be another.
 */
export const rowWithout = (
  row: Row,
  patronId: string,
  treatments: Readonly<Record<string, RowErasure>>,
): 'untouched' | 'delete' | Row => {
  if (!JSON.stringify(row).includes(patronId)) return 'untouched';
  const entity = String(row.entity);
  const treatment = Object.hasOwn(treatments, entity) ? treatments[entity] : undefined;
  if (treatment === 'closed') throw new Error(`A closed row names a patron: ${entity}.`);
  if (['pk', 'sk'].some((name) => String(row[name]).includes(patronId))) return 'delete';
  if (treatment === 'delete') return 'delete';
  // The relay sent its facts long ago; under a new counter it would send them again.
  const { facts: _facts, patron, ...rest } = row;
  const remaining = Object.fromEntries(
    Object.entries({ ...rest, ...(treatment === 'drop-patron' ? {} : { patron }) }).filter(
      ([name, value]) => value !== undefined && !(keyNames.includes(name) && String(value).includes(patronId)),
    ),
  );
  for (const index of ['gsi1', 'gsi2', 'gsi3', 'gsi4']) {
    if (remaining[`${index}pk`] === undefined || remaining[`${index}sk`] === undefined) {
      delete remaining[`${index}pk`];
      delete remaining[`${index}sk`];
    }
  }
  const clean = without(remaining, patronId) as Row;
  return typeof row.v === 'number' ? { ...clean, v: row.v + 1 } : clean;
};
