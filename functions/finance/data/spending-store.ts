import { and, below, equals, lacks, or } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Spending, spendingSchema } from '../domain/budgets/spending.ts';
import { key } from './keys.ts';

/** Stores the spending of members and the consortium, one row per month. */
export type SpendingStore = {
  /** Returns the months of an owner from a month on, in order. */
  of(owner: string, from: string): Promise<Spending[]>;
  /** Records a month's spending, unless the stored one was read later or is settled: the order of readings does not matter. */
  note(spending: Spending): Promise<void>;
};

const readSpending = ({ pk: _pk, sk: _sk, entity: _e, schema: _s, v: _v, ...row }: Record<string, unknown>): Spending =>
  spendingSchema.parse(row);

/** Stores spending in the table. */
export const spendingStore = (table: Table): SpendingStore => ({
  of: async (owner, from) => {
    const { pk: partition } = key('spending', { owner, month: from });
    return (await table.queryAll({ partition, between: [from, '~'] })).map(readSpending);
  },
  note: async (spending) => {
    const put = { ...key('spending', spending), ...stamp('spending', 1), ...spending };
    const isNewer = and(below('asOf', spending.asOf), or(lacks('settled'), equals('settled', false)));
    await table.write([{ put, when: isNewer }]);
  },
});
