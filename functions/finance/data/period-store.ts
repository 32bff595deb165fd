import * as z from 'zod';
import { absent, and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { whilePeriod } from '../../../layers/records/ledger/data/period-check.ts';
import type { PeriodState } from '../../../layers/records/ledger/domain/period-state.ts';
import { newPeriod, type Period, periodSchema, type sealSchema } from '../domain/periods/period.ts';
import { key } from './keys.ts';

/** A period as read: `v` is 0 when the month has no row yet. */
export type StoredPeriod = { period: Period; v: number };

/** The last closed period. */
export type ChainEnd = { month: string; hash: string };

/** Stores the accounting periods of the consortium. */
export type PeriodStore = {
  /** Returns a month's period, a new one when there is none. Always a strong read: steps follow each other within seconds. */
  load(month: string): Promise<StoredPeriod>;
  /** Returns the periods from one month to another, both included, in order, without months that have no row. */
  list(from: string, to: string): Promise<Period[]>;
  /** Saves a step with the writes of the same transaction, all or nothing. False when the period has changed since it was loaded. */
  save(before: StoredPeriod, after: Period, writes?: readonly Write[]): Promise<boolean>;
  /** Returns the last closed period; undefined while there is none. */
  chainEnd(): Promise<ChainEnd | undefined>;
  /** Stores the task token by which the next step wakes the workflow. False when the period has advanced since `v`. */
  wait(month: string, token: string, v: number): Promise<boolean>;
  /** Returns the waiting token. */
  waiting(month: string): Promise<string | undefined>;
};

const keyOf = (month: string) => ledgerKeys.key('period', { month });
const chain = key('periodChain', {});

const read = (item: Record<string, unknown>): StoredPeriod => {
  const { pk: _pk, sk: _sk, entity: _entity, schema: _schema, v, ...period } = item;
  return { period: periodSchema.parse(period), v: z.number().parse(v) };
};

/** Returns the check for every transaction that changes the input of a month's statements: they are not written yet. */
export const whileUnwritten = (month: string): Write => whilePeriod(month, 'open', 'metered');

/** Returns the check that a period is in a state in the same round: work of an earlier round is discarded. */
export const whileRound = ({ month, round }: Pick<Period, 'month' | 'round'>, state: PeriodState): Write => ({
  check: keyOf(month),
  when: and(equals('state', state), equals('round', round)),
});

/** Returns the check that no period was closed since the end of the chain was read. */
export const chainAt = (end: ChainEnd | undefined): Write => ({
  check: chain,
  when: end ? equals('hash', end.hash) : absent(),
});

/** Returns the write that appends a closed period to the chain, if the end of the chain has not changed. */
export const chainWrite = (month: string, seal: z.infer<typeof sealSchema>): Write => ({
  put: { ...chain, ...stamp('periodChain', 1), month, hash: seal.hash },
  when: seal.previous ? equals('hash', seal.previous.hash) : absent(),
});

/** Stores periods in the table. */
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
