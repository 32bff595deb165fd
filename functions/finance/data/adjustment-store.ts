import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Adjustment, adjustmentLineId, adjustmentSchema } from '../domain/statements/adjustment.ts';
import { key, sortPrefix } from './keys.ts';
import { preparerWrite } from './period-preparers.ts';
import { whileUnwritten } from './period-store.ts';

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
  ): Promise<'withdrawn' | 'unknown' | 'not-open'>;
};

/** Stores adjustments in the table. */
export const adjustmentStore = (table: Table): AdjustmentStore => ({
  ofMonth: async (month) => {
    const { pk: partition } = key('adjustment', { month, memberId: 'any', lineId: 'any' });
    const items = await table.queryAll({ partition, begins: sortPrefix('adjustment'), strong: true });
    return items.map(({ adjustment }) => adjustmentSchema.parse(adjustment));
  },
  add: async (month, adjustment, writes) => {
    const at = { month, memberId: adjustment.memberId, lineId: adjustmentLineId(adjustment) };
    const put = { ...key('adjustment', at), ...stamp('adjustment', 1), adjustment };
    const lost = await table.write([
      ...[whileUnwritten(month), { put, when: absent() }, preparerWrite(month, adjustment.by)],
      ...writes,
    ]);
    if (!lost) return 'added';
    const failed = (at: number): boolean => lost.conflict.some(({ index }) => index === at);
    if (failed(0)) return 'not-open';
    return failed(1) ? 'there' : 'changed';
  },
  withdraw: async (month, { by, ...line }, writes) => {
    const remove = { delete: key('adjustment', { month, ...line }), when: present() };
    const before = whileUnwritten(month);
    const lost = await table.write([before, remove, preparerWrite(month, by), ...writes]);
    if (!lost) return 'withdrawn';
    return lost.conflict.some(({ index }) => index === 0) ? 'not-open' : 'unknown';
  },
});
