import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type Webhook, webhookSchema } from '../domain/webhook.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const stored = z.object({
  ...webhookSchema.shape,
  v: z.number(),
  secretId: z.string(),
  oldSecretId: z.string().exactOptional(),
});

/** A stored webhook: its version, and the ids of its present secret and the one before. */
export type StoredWebhook = z.infer<typeof stored>;

/** The webhooks. */
export type WebhookStore = {
  add(webhook: Webhook & { secretId: string }, audit: AuditLine): Promise<void>;
  /** Loads a webhook, strongly read: a pause is effective at once. */
  get(webhookId: string): Promise<StoredWebhook | undefined>;
  /** Those of an owner, or all. */
  list(owner?: string): Promise<Webhook[]>;
  /** Writes a webhook on condition that it is unchanged; false when it has changed. */
  edit(before: StoredWebhook, after: StoredWebhook, more?: readonly Write[]): Promise<boolean>;
  remove(before: StoredWebhook, audit: AuditLine): Promise<boolean>;
};

/** A webhook without the fields of the store. */
export const shownWebhook = ({ v: _v, secretId: _id, oldSecretId: _old, ...webhook }: StoredWebhook): Webhook =>
  webhook;

const rowOf = (webhook: StoredWebhook) => ({
  ...key('webhook', webhook),
  ...gsi2('webhook', webhook),
  ...stamp('webhook', webhook.v),
  ...webhook,
});

/** The webhooks in the table. */
export const webhookStore = (table: Table): WebhookStore => ({
  add: async (webhook, audit) => {
    await table.write([{ put: rowOf({ ...webhook, v: 1 }), when: absent() }, auditWrite(audit)]);
  },
  get: async (webhookId) => {
    const item = await table.get(key('webhook', { webhookId }), { strong: true });
    return item && stored.parse(item);
  },
  list: async (owner) => {
    const partition = indexPartition('webhook', 'gsi2', {});
    const items = await table.queryAll({
      index: 'gsi2',
      partition,
      ...(owner !== undefined && { begins: `${owner}#` }),
    });
    return items.map((item) => shownWebhook(stored.parse(item)));
  },
  edit: async (before, after, more = []) =>
    (await table.write([{ put: rowOf({ ...after, v: before.v + 1 }), when: unchanged(before.v) }, ...more])) ===
    undefined,
  remove: async (before, audit) =>
    (await table.write([{ delete: key('webhook', before), when: unchanged(before.v) }, auditWrite(audit)])) ===
    undefined,
});
