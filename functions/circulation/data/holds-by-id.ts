import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Hold } from '../../items/public/hold.ts';
import { byStanding } from '../../resource-sharing/domain/items/reserved-item.ts';
import { pointed, readHold } from './hold-store.ts';
import { key } from './keys.ts';

/**
 * The rows of one hold that any of some records has, or points to as to one placed elsewhere: the open one first, then one that was
 * fetched or cancelled, then those that its request left behind. Strongly read.
 */
export type HoldsById = (recordIds: readonly string[], holdId: string) => Promise<Hold[]>;

/** Finds them in the table. */
export const holdsById = (table: Table): HoldsById => {
  const rowsOf = async (keys: Parameters<Table['getMany']>[0]) =>
    (await table.getMany(keys, { strong: true })).flatMap((row) => row ?? []) as Record<string, unknown>[];
  return async (recordIds, holdId) => {
    const kinds = ['hold', 'holdElsewhere'] as const;
    const rows = await rowsOf(
      [...new Set(recordIds)].flatMap((recordId) => kinds.map((kind) => key(kind, { recordId, holdId }))),
    );
    const own = rows.filter(({ entity }) => entity === 'hold');
    return [...own, ...(await rowsOf(pointed(rows)))].map(readHold).toSorted(byStanding);
  };
};
