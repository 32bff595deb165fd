import * as z from 'zod';
import { absent, expectedVersion, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Adjusted, adjustedSchema } from '../domain/statements/adjusted-sum.ts';
import { type Adjustment, adjustmentLineId, adjustmentSchema } from '../domain/statements/adjustment.ts';
import { key, sortPrefix } from './keys.ts';
import { preparerWrite } from './period-preparers.ts';
import { whileUnwritten } from './period-store.ts';

/** The adjustments that one bound covers, as read; `v` is 0 when there are none yet. */
export type StoredAdjusted = { memberId: string; of: string; adjusted: Adjusted; v: number };

/** Stores the corrections and credits for a period's statements. */
export type AdjustmentStore = {
  /** Returns all of a month. Always a strong read. */
  ofMonth(month: string): Promise<Adjustment[]>;
  /**
   * Adds one to an open or metered month, with the writes of the same transaction; the actor counts as a preparer of the month. Returns
   * why not: the line exists already, the month has advanced, or a condition of these writes fails.
   */
  add(
    month: string,
    adjustment: Adjustment,
    writes: readonly Write[],
  ): Promise<'added' | 'there' | 'not-open' | 'changed'>;
  /**
   * Removes one, as long as it could be added, with the writes of the same transaction; `by` counts as a preparer of the month too.
   * Returns why not: there is none, or the month has advanced.
   */
  withdraw(
    month: string,
    line: { memberId: string; lineId: string; by: string },
    writes: readonly Write[],
  ): Promise<'withdrawn' | 'unknown' | 'not-open' | 'changed'>;
  /** Returns the adjustments of a member that one bound covers (`of`). Always a strong read. */
  adjusted(memberId: string, of: string): Promise<StoredAdjusted>;
  /** Returns the write that saves them as part of another transaction, if nobody has changed them since. */
  savingAdjusted(before: StoredAdjusted, after: Adjusted): Write;
};

/** Returns the writes that add an adjustment to a month, without the check of the month; the actor counts as a preparer of it. */
export const adjustmentWrites = (month: string, adjustment: Adjustment): [Write, Write] => {
  const at = { month, memberId: adjustment.memberId, lineId: adjustmentLineId(adjustment) };
  const put = { ...key('adjustment', at), ...stamp('adjustment', 1), adjustment };
  return [{ put, when: absent() }, preparerWrite(month, adjustment.by)];
};

/** Returns the writes that remove an adjustment from a month, without the check of the month; `by` counts as a preparer of it. */
export const withdrawalWrites = (
  month: string,
  { by, ...line }: { memberId: string; lineId: string; by: string },
): [Write, Write] => [{ delete: key('adjustment', { month, ...line }), when: present() }, preparerWrite(month, by)];

/** Stores adjustments in the table. */
export const adjustmentStore = (table: Table): AdjustmentStore => ({
  ofMonth: async (month) => {
    const { pk: partition } = key('adjustment', { month, memberId: 'any', lineId: 'any' });
    const items = await table.queryAll({ partition, begins: sortPrefix('adjustment'), strong: true });
    return items.map(({ adjustment }) => adjustmentSchema.parse(adjustment));
  },
  add: async (month, adjustment, writes) => {
    const lost = await table.write([whileUnwritten(month), ...adjustmentWrites(month, adjustment), ...writes]);
    if (!lost) return 'added';
    const failed = (at: number): boolean => lost.conflict.some(({ index }) => index === at);
    if (failed(0)) return 'not-open';
    return failed(1) ? 'there' : 'changed';
  },
  withdraw: async (month, line, writes) => {
    const lost = await table.write([whileUnwritten(month), ...withdrawalWrites(month, line), ...writes]);
    if (!lost) return 'withdrawn';
    const failed = (at: number): boolean => lost.conflict.some(({ index }) => index === at);
    if (failed(0)) return 'not-open';
    return failed(1) ? 'unknown' : 'changed';
  },
  adjusted: async (memberId, of) => {
    const item = await table.get(key('adjustedSum', { memberId, of }), { strong: true });
    if (!item) return { memberId, of, adjusted: [], v: 0 };
    return { memberId, of, adjusted: adjustedSchema.parse(item.adjusted), v: z.number().parse(item.v) };
  },
  savingAdjusted: ({ memberId, of, v }, adjusted) => ({
    put: { ...key('adjustedSum', { memberId, of }), ...stamp('adjustedSum', v + 1), adjusted },
    when: expectedVersion(v),
  }),
});
