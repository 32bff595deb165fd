import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { restatementText } from '../domain/statements/restatement.ts';
import {
  bookedRestatements,
  type Restatement,
  restatementSchema,
  type StoredRestatement,
  storedRestatementSchema,
} from '../domain/statements/restatement-schema.ts';
import { hashedTexts } from './hashed-texts.ts';
import { key } from './keys.ts';
import { type Booking, bookInto, whilePrepared } from './prepared.ts';

type Beside = { audit: AuditLine; beside: readonly Write[] };

/** Stores the restatements of closed months. */
export type RestatementStore = {
  /** A strong read. */
  get(month: string): Promise<StoredRestatement | undefined>;
  /** Returns the restatement of a seal. */
  read(month: string, seal: string): Promise<Restatement>;
  /** Returns those that go into a month's statements. Always a strong read. */
  intoMonth(month: string): Promise<Restatement[]>;
  /** Stores a prepared one in place of the one that was read (`v` is one above it). False when that has changed. */
  prepare(stored: StoredRestatement, restatement: Restatement, with_: Beside): Promise<boolean>;
  /** Books one, once: while it is prepared with this seal, and its target month is open or metered. Returns why not. */
  approve(
    stored: StoredRestatement & Required<Pick<StoredRestatement, 'approved' | 'into'>>,
    with_: Beside,
  ): Promise<Booking>;
};

const readStored = ({
  pk: _pk,
  sk: _sk,
  entity: _e,
  schema: _s,
  ...stored
}: Record<string, unknown>): StoredRestatement => storedRestatementSchema.parse(stored);

/** Stores restatements in the table, one row per month; the amounts by member are in the bucket under the seal. */
export const restatementStore = (table: Table, bucket: () => Bucket): RestatementStore => {
  const texts = hashedTexts('restatements', bucket);
  const read: RestatementStore['read'] = async (month, hash) => restatementSchema.parse(await texts.read(month, hash));
  const putOf = (stored: StoredRestatement) => ({
    ...key('restatement', stored),
    ...stamp('restatement', stored.v),
    ...stored,
  });
  return {
    get: async (month) => {
      const item = await table.get(key('restatement', { month }), { strong: true });
      return item && readStored(item);
    },
    read,
    intoMonth: async (into) => {
      const { pk: partition } = key('restatement', { month: 'any' });
      const all = (await table.queryAll({ partition, strong: true })).map(readStored);
      const own = all.flatMap((stored) => bookedRestatements(stored).map((one) => ({ month: stored.month, ...one })));
      return Promise.all(own.filter((one) => one.into === into).map((one) => read(one.month, one.seal)));
    },
    prepare: async (stored, restatement, { audit, beside }) => {
      await texts.put(stored.month, stored.seal, restatementText(restatement));
      const when = stored.v === 1 ? absent() : unchanged(stored.v - 1);
      return (await table.write([{ put: putOf(stored), when }, auditWrite(audit), ...beside])) === undefined;
    },
    approve: (stored, { audit, beside }) =>
      bookInto(table, stored.into, [{ put: putOf(stored), when: whilePrepared(stored) }, auditWrite(audit), ...beside]),
  };
};
