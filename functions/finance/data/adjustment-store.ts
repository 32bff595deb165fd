import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Adjustment, adjustmentLineId, adjustmentSchema } from '../domain/statements/adjustment.ts';
import { key, sortPrefix } from './keys.ts';
import { preparerWrite } from './period-preparers.ts';
import { whileUnwritten } from './period-store.ts';

/** Corrections and credits that go into a period's statements. */
export type AdjustmentStore = {
  /** All of a month. Always read strongly. */
  ofMonth(month: string): Promise<Adjustment[]>;
  /** Puts one into a month that is open or metered, with what goes with it: who did prepared the month. Gives why not: that line is there already, or the month is past it. */
  add(month: string, adjustment: Adjustment, writes: readonly Write[]): Promise<'added' | 'there' | 'not-open'>;
  /** Takes one out again, as long as it could be put in, with what goes with it: `by` prepared the month by that, too. Gives why not: there is none, or the month is past it. */
  withdraw(
    month: string,
    line: { memberId: string; lineId: string; by: string },
    writes: readonly Write[],
  ): Promise<'withdrawn' | 'unknown' | 'not-open'>;
};

/** The adjustments kept in the table. */
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
    return lost.conflict.some(({ index }) => index === 0) ? 'not-open' : 'there';
  },
  withdraw: async (month, { by, ...line }, writes) => {
    const remove = { delete: key('adjustment', { month, ...line }), when: present() };
    const before = whileUnwritten(month);
    const lost = await table.write([before, remove, preparerWrite(month, by), ...writes]);
    if (!lost) return 'withdrawn';
    return lost.conflict.some(({ index }) => index === 0) ? 'not-open' : 'unknown';
  },
});
