import * as z from 'zod';
import { absent, and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { whilePeriod } from '../../../layers/records/ledger/data/period-check.ts';
import type { PeriodState } from '../../../layers/records/ledger/domain/period-state.ts';
import { newPeriod, type Period, periodSchema, type sealSchema } from '../domain/periods/period.ts';
import { key } from './keys.ts';

/** A period as it was read: `v` is 0 where nobody has touched the month yet. */
export type StoredPeriod = { period: Period; v: number };

/** The period that was closed last. */
export type ChainEnd = { month: string; hash: string };

/** The periods of the consortium's money. */
export type PeriodStore = {
  /** A month's period, a new one where there is none. Always read strongly: steps follow each other within seconds. */
  load(month: string): Promise<StoredPeriod>;
  /** The periods from a month to a month, both included, in order; months that nobody touched are left out. */
  list(from: string, to: string): Promise<Period[]>;
  /** Saves a step with what goes with it, all or nothing. False when the period is not as it was loaded. */
  save(before: StoredPeriod, after: Period, writes?: readonly Write[]): Promise<boolean>;
  /** The period that was closed last; undefined while none is. */
  chainEnd(): Promise<ChainEnd | undefined>;
  /** Keeps the task token by which the next step wakes the workflow. False when the period has moved on since `v`. */
  wait(month: string, token: string, v: number): Promise<boolean>;
  /** The token that waits. */
  waiting(month: string): Promise<string | undefined>;
};

const keyOf = (month: string) => ledgerKeys.key('period', { month });
const chain = key('periodChain', {});

const read = (item: Record<string, unknown>): StoredPeriod => {
  const { pk: _pk, sk: _sk, entity: _entity, schema: _schema, v, ...period } = item;
  return { period: periodSchema.parse(period), v: z.number().parse(v) };
};

/** The check that goes into every transaction that changes what a month's statements are reckoned by: they are not written yet. */
export const whileUnwritten = (month: string): Write => whilePeriod(month, 'open', 'metered');

/** The check that a period is in a state in this very round of its: what an older round still does is in vain. */
export const whileRound = ({ month, round }: Pick<Period, 'month' | 'round'>, state: PeriodState): Write => ({
  check: keyOf(month),
  when: and(equals('state', state), equals('round', round)),
});

/** The check that no period was closed since the end of the chain was read. */
export const chainAt = (end: ChainEnd | undefined): Write => ({
  check: chain,
  when: end ? equals('hash', end.hash) : absent(),
});

/** The write that puts a closed period to the end of the chain, if that is still where it was. */
export const chainWrite = (month: string, seal: z.infer<typeof sealSchema>): Write => ({
  put: { ...chain, ...stamp('periodChain', 1), month, hash: seal.hash },
  when: seal.previous ? equals('hash', seal.previous.hash) : absent(),
});

/** The periods kept in the table. */
export const periodStore = (table: Table): PeriodStore => {
  const load = async (month: string): Promise<StoredPeriod> => {
    const item = await table.get(keyOf(month), { strong: true });
    return item ? read(item) : { period: newPeriod(month), v: 0 };
  };
  return {
    load,
    list: async (from, to) => {
      const between: [string, string] = [keyOf(from).sk, keyOf(to).sk];
      return (await table.queryAll({ partition: chain.pk, between })).map((item) => read(item).period);
    },
    save: async ({ v, period }, after, writes = []) => {
      if (period.state === 'closed') throw new Error(`${period.month} is closed and never changes`);
      const put = { ...keyOf(after.month), ...stamp('period', v + 1), ...after };
      return (await table.write([{ put, when: v === 0 ? absent() : unchanged(v) }, ...writes])) === undefined;
    },
    chainEnd: async () => {
      const item = await table.get(chain, { strong: true });
      return item && z.object({ month: z.string(), hash: z.string() }).parse(item);
    },
    wait: async (month, token, v) => {
      await table.write([{ put: { ...key('periodWait', { month }), ...stamp('periodWait', 1), token } }]);
      return (await load(month)).v === v;
    },
    waiting: async (month) => {
      const item = await table.get(key('periodWait', { month }), { strong: true });
      return item && z.object({ token: z.string() }).parse(item).token;
    },
  };
};
