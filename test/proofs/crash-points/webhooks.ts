import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SQSRecord } from 'aws-lambda';
import { handler as send } from '../../../functions/webhooks/consumers/send-webhooks/handler.ts';
import { deliveryStore } from '../../../functions/webhooks/data/delivery-store.ts';
import { webhookStore } from '../../../functions/webhooks/data/webhook-store.ts';
import { handler as edit } from '../../../functions/webhooks/operations/edit-webhook/handler.ts';
import { handler as ask } from '../../../functions/webhooks/operations/send-webhook/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import { consortiumStaff } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { MADE } from './world.ts';

const WEBHOOK = 'whk_01kb0000000000000000000000';
const settings = { WEBHOOK_SECRETS: '/Test/webhooks', PARTNERS_HERE: 'true' };
const audit = { subject: `webhook:${WEBHOOK}`, at: MADE, auditId: 'aud_1', by: 'x', did: 'create-webhook', detail: {} };

/** A receiver that accepts everything, started once for all runs; it keeps no process alive. */
let receiver: Promise<string> | undefined;
const addressOf = (): Promise<string> => {
  receiver ??= new Promise((resolve) => {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => response.writeHead(204, { connection: 'close' }).end());
    });
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`);
    });
  });
  return receiver;
};

/** A webhook whose receiver accepts everything. */
export const aWebhook = async (table: Table, owner = 'cedar', webhookId = WEBHOOK): Promise<void> => {
  Object.assign(process.env, settings);
  const terms = { name: 'Discovery layer', url: await addressOf(), facts: ['item-checked-out' as const] };
  const row = { webhookId, owner, ...terms, createdAt: MADE, secretSince: MADE, secretId: 'first' };
  await webhookStore(table).add(row, audit);
};

const fact = { name: 'item-checked-out', detail: { id: 'itm_1:2:0', at: MADE } };
const place = { owner: 'cedar', webhookId: WEBHOOK };
const message = { cause: 'cedar', ...place, eventId: 'itm_1:2:0', at: MADE };
const batch = (...messages: unknown[]) => ({
  Records: messages.map((body, i) => ({ messageId: `m${i}`, body: JSON.stringify(body) }) as SQSRecord),
});

/** A delivery that has failed. */
const aFailedDelivery = async (table: Table): Promise<void> => {
  await aWebhook(table);
  const row = { webhookId: WEBHOOK, eventId: 'itm_1:2:0', at: MADE, fact: 'item-checked-out', body: '{}' };
  await deliveryStore(table).add({ ...row, cause: 'cedar', state: 'failed', tries: 8, expiresAt: 1, v: 1 });
};

/** The deliveries of webhooks and what staff ask of them. */
export const webhookScenarios: Record<string, Scenarios> = {
  'webhooks-send-webhooks': [
    {
      what: 'a fact whose receiver accepts it',
      worker: send as unknown as Worker<never, unknown>,
      prepare: async (table) => {
        await aWebhook(table);
        return batch({ ...message, fact });
      },
    },
    {
      what: 'a replay of what failed',
      worker: send as unknown as Worker<never, unknown>,
      prepare: async (table) => {
        await aFailedDelivery(table);
        return batch({ cause: 'cedar', ...place, since: MADE, until: MADE });
      },
    },
  ],
  'webhooks-edit-webhook': [
    {
      what: 'a webhook that is paused',
      handler: edit,
      prepare: async (table) => {
        await aWebhook(table);
        return { actor: consortiumStaff('admin'), path: place, body: { paused: true } };
      },
    },
  ],
  'webhooks-send-webhook': [
    {
      what: 'a delivery that is sent again',
      handler: ask,
      prepare: async (table) => {
        await aFailedDelivery(table);
        const body = { send: 'delivery', eventId: 'itm_1:2:0', at: MADE };
        return { actor: consortiumStaff('admin'), path: place, body };
      },
    },
  ],
  'webhooks-create-webhook': 'Its answer is a new secret each time: test/stores/webhooks/webhooks.test.ts.',
  'webhooks-rotate-webhook-secret': 'Its answer is a new secret each time: test/stores/webhooks/webhooks.test.ts.',
  'webhooks-remove-webhook': 'Its secrets are at a service that is not here: test/stores/webhooks/webhooks.test.ts.',
};
