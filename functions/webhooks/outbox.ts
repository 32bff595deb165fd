import type { RowChange } from '../../layers/platform/dynamodb/row-change.ts';
import { textOf } from '../../layers/platform/dynamodb/row-change.ts';
import type { Outbox } from '../../layers/platform/queues/outbox.ts';
import { messagesOfSend } from './domain/requested-sends.ts';

/** What staff ask webhooks to send. The facts themselves come from the relay, which knows the webhooks (public/subscribers.ts). */
export const outbox: Outbox = {
  rules: [
    {
      entity: 'webhookSend',
      on: 'insert',
      queue: 'webhook-sends',
      messages: ({ after }: RowChange) => messagesOfSend(after),
    },
  ],
  causes: { webhookSend: ({ after }) => textOf(after, 'owner') },
};
