import { absent, and, equals, or, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type StoredTrueUp, storedTrueUpSchema, type TrueUp } from '../domain/statements/true-up-schema.ts';
import { key } from './keys.ts';
import { type ChainEnd, chainAt } from './period-store.ts';
import { type Booking, bookInto, whilePrepared } from './prepared.ts';

type Place = { year: number; fee: string };
type Beside = { audit: AuditLine; beside: readonly Write[]; chain: ChainEnd | undefined };

/** Stores the true-ups of dues, one per fee and year. */
export type TrueUpStore = {
  /** A strong read. */
  get(place: Place): Promise<StoredTrueUp | undefined>;
  /** Returns those that go into a month's statements. Always a strong read. */
  intoMonth(month: string): Promise<TrueUp[]>;
  /**
   * Writes a prepared one in place of an earlier preparation as read (`v` is one above it). False when that has changed, it is booked,
   * or a month was closed since the calculation.
   */
  prepare(stored: StoredTrueUp, with_: Beside): Promise<boolean>;
  /**
   * Approves one, once: while it is prepared with this seal, no month was closed since, and its target month is open or metered. Returns
   * why not.
   */
  approve(stored: StoredTrueUp & Required<Pick<StoredTrueUp, 'approved' | 'month'>>, with_: Beside): Promise<Booking>;
};

const keyOf = ({ year, fee }: Place) => key('trueUp', { year: String(year), fee });

const read = ({ pk: _pk, sk: _sk, entity: _e, schema: _s, ...stored }: Record<string, unknown>): StoredTrueUp =>
  storedTrueUpSchema.parse(stored);

/** Returns the check for every transaction that would change the fees of a year: no true-up of them is booked. */
export const whileNotTruedUp = (place: Place): Write => ({
  check: keyOf(place),
  when: or(absent(), equals('state', 'prepared')),
});

/** Stores true-ups in the table: a few per year, each in one item (500 members are some 150 kB). */
export const trueUpStore = (table: Table): TrueUpStore => {
  const { pk: partition } = keyOf({ year: 2000, fee: 'any' });
  return {
    get: async (place) => {
      const item = await table.get(keyOf(place), { strong: true });
      return item && read(item);
    },
    intoMonth: async (month) => {
      const all = (await table.queryAll({ partition, strong: true })).map(read);
      return all.filter((one) => one.state === 'booked' && one.month === month).map(({ trueUp }) => trueUp);
    },
    prepare: async (stored, { audit, beside, chain }) => {
      const put = { ...keyOf(stored.trueUp), ...stamp('trueUp', stored.v), ...stored };
      const when = stored.v === 1 ? absent() : and(unchanged(stored.v - 1), equals('state', 'prepared'));
      return (await table.write([{ put, when }, chainAt(chain), auditWrite(audit), ...beside])) === undefined;
    },
    approve: async (stored, { audit, beside, chain }) => {
      const put = { ...keyOf(stored.trueUp), ...stamp('trueUp', stored.v), ...stored };
      const writes = [{ put, when: whilePrepared(stored) }, chainAt(chain), auditWrite(audit), ...beside];
      return bookInto(table, stored.month, writes);
    },
  };
};
