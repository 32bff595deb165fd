import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, mapRows, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Delivery, deliverySchema } from '../domain/delivery.ts';
import { key, sortPrefix } from './keys.ts';

const stored = z.object({
  ...deliverySchema.shape,
  webhookId: z.string(),
  /** The body as sent: the same in every attempt. */
  body: z.string(),
  cause: z.string(),
  claimedUntil: z.iso.datetime().exactOptional(),
  expiresAt: z.int(),
  v: z.number(),
});

/** A stored delivery. */
export type StoredDelivery = z.infer<typeof stored>;

/** The key of a delivery. */
export type DeliveryPlace = Pick<StoredDelivery, 'webhookId' | 'at' | 'eventId'>;

/** The deliveries of webhooks: queue and log are one. */
export type DeliveryStore = {
  get(place: DeliveryPlace): Promise<StoredDelivery | undefined>;
  /** Adds a delivery once; false when it is there. */
  add(row: StoredDelivery): Promise<boolean>;
  /** Changes a delivery on condition that it is unchanged, and returns it; undefined when it has changed. */
  change(
    row: StoredDelivery,
    set: Partial<StoredDelivery>,
    remove?: readonly (keyof StoredDelivery)[],
  ): Promise<StoredDelivery | undefined>;
  /** Those of a webhook, the newest first. */
  list(webhookId: string, page: PageRequest): Promise<CursorPage<Delivery> | 'bad-cursor'>;
  /** Those that happened in a period, the oldest first. */
  between(
    webhookId: string,
    period: [string, string],
    page: PageRequest,
  ): Promise<CursorPage<StoredDelivery> | 'bad-cursor'>;
};

/** A delivery without the fields of the store. */
const shown = (row: StoredDelivery): Delivery =>
  deliverySchema.parse(
    Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(deliverySchema.shape, name))),
  );

const partitionOf = (webhookId: string): string => key('webhookDelivery', { webhookId, at: '-', eventId: '-' }).pk;

/** The deliveries in the table. */
export const deliveryStore = (table: Table): DeliveryStore => {
  const prefix = sortPrefix('webhookDelivery');
  return {
    get: async (place) => {
      const item = await table.get(key('webhookDelivery', place), { strong: true });
      return item && stored.parse(item);
    },
    add: async (row) => {
      const put = { ...key('webhookDelivery', row), ...stamp('webhookDelivery', row.v), ...row };
      return (await table.write([{ put, when: absent() }])) === undefined;
    },
    change: async (row, set, remove = []) => {
      const update = key('webhookDelivery', row);
      if (await table.write([{ update, set, remove: [...remove], when: unchanged(row.v) }])) return undefined;
      const after = Object.entries({ ...row, ...set, v: row.v + 1 });
      return stored.parse(Object.fromEntries(after.filter(([name]) => !remove.some((one) => one === name))));
    },
    list: async (webhookId, page) => {
      const query = { partition: partitionOf(webhookId), begins: prefix, backwards: true };
      return mapRows(await readPage(table, query, page, (item) => stored.parse(item)), shown);
    },
    between: (webhookId, [from, to], page) => {
      const between: [string, string] = [`${prefix}${from}`, `${prefix}${to}~`];
      return readPage(table, { partition: partitionOf(webhookId), between, strong: true }, page, (item) =>
        stored.parse(item),
      );
    },
  };
};
