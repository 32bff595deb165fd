import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import {
  type DeviceList,
  type DeviceTransaction,
  deviceKinds,
  deviceStates,
} from '../domain/devices/device-transaction.ts';
import { gsi2, key, listKey } from './keys.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** How long a handled transaction is stored, and one that nobody handles. */
const DAYS = { handled: 30, open: 180 };

const stored = z.object({
  branchId: z.string(),
  transactionId: z.string(),
  state: z.enum(deviceStates),
  kind: z.enum(deviceKinds),
  item: z.string().exactOptional(),
  patron: z.string().exactOptional(),
  madeAt: z.string().exactOptional(),
  reportedAt: z.string(),
  codes: z.array(z.string()),
  promised: z.string().exactOptional(),
  due: z.string().exactOptional(),
  paid: moneySchema.exactOptional(),
  reference: z.string().exactOptional(),
  machineId: z.string(),
  device: z.string(),
  handled: z.object({ by: z.string(), at: z.string() }).exactOptional(),
  v: z.number(),
});

const expiry = ({ reportedAt, handled }: DeviceTransaction): number =>
  Math.floor(Date.parse(handled?.at ?? reportedAt) / 1000) + (handled ? DAYS.handled : DAYS.open) * DAY_SECONDS;

const listOf = ({ branchId, transactionId, madeAt, reportedAt, handled }: DeviceTransaction) =>
  gsi2('deviceTransaction', {
    list: listKey(handled ? 'deviceHandled' : 'deviceOpen', branchId),
    since: handled?.at ?? madeAt ?? reportedAt,
    transactionId,
  });

/** Stores transactions of devices that staff have to deal with. */
export type DeviceTransactionStore = {
  get(branchId: string, transactionId: string): Promise<DeviceTransaction | undefined>;
  /** Stores a transaction, or removes the one that was read. False when it changed since. */
  save(after: DeviceTransaction): Promise<boolean>;
  remove(before: DeviceTransaction): Promise<boolean>;
  /** Returns a page of those of a branch that wait for staff, the oldest first, or of those handled, the newest first. */
  list(branchId: string, list: DeviceList, request: PageRequest): Promise<CursorPage<DeviceTransaction> | 'bad-cursor'>;
};

/** Stores them in the table. */
export const deviceTransactionStore = (table: Table): DeviceTransactionStore => ({
  get: async (branchId, transactionId) => {
    const row = await table.get(key('deviceTransaction', { branchId, transactionId }), { strong: true });
    return row && stored.parse(row);
  },
  save: async (after) => {
    const put = {
      ...{ ...after, ...key('deviceTransaction', after), ...listOf(after), ...stamp('deviceTransaction', after.v) },
      expiresAt: expiry(after),
    };
    return (await table.write([{ put, when: expectedVersion(after.v - 1) }])) === undefined;
  },
  remove: async (before) =>
    (await table.write([{ delete: key('deviceTransaction', before), when: unchanged(before.v) }])) === undefined,
  list: (branchId, list, request) => {
    const partition = listKey(list === 'open' ? 'deviceOpen' : 'deviceHandled', branchId);
    const query = { index: 'gsi2', partition, ...(list === 'handled' && { backwards: true }) } as const;
    return readPage(table, query, request, (row) => stored.parse(row));
  },
});
