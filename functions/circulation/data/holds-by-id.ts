import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Hold } from '../../items/public/hold.ts';
import { pointed, readHold } from './hold-store.ts';
import { key } from './keys.ts';

/** Returns the rows of one hold among the given records, including pointers to holds placed elsewhere. Strongly consistent. */
export type HoldsById = (recordIds: readonly string[], holdId: string) => Promise<Hold[]>;

/** Reads them from the table, in the caller's order. */
export const holdsById = (table: Table, order: (one: Hold, other: Hold) => number): HoldsById => {
  const rowsOf = async (keys: Parameters<Table['getMany']>[0]) =>
    (await table.getMany(keys, { strong: true })).flatMap((row) => row ?? []) as Record<string, unknown>[];
  return async (recordIds, holdId) => {
    const kinds = ['hold', 'holdElsewhere'] as const;
    const rows = await rowsOf(
      [...new Set(recordIds)].flatMap((recordId) => kinds.map((kind) => key(kind, { recordId, holdId }))),
    );
    const own = rows.filter(({ entity }) => entity === 'hold');
    return [...own, ...(await rowsOf(pointed(rows)))].map(readHold).toSorted(order);
  };
};
