import type { RowChange } from '../../layers/platform/dynamodb/row-change.ts';
import { textOf } from '../../layers/platform/dynamodb/row-change.ts';
import type { Outbox } from '../../layers/platform/queues/outbox.ts';
import { factsOfPeriod, factsOfPolicy, factsOfRequest } from './domain/facts-of-rows.ts';
import { messagesOfSend } from './domain/requested-sends.ts';

/**
 * Facts of requests, policies and months for external subscribers, and what staff ask webhooks to send. The relay sends facts to those who
 * subscribe (public/subscribers.ts).
 */
export const outbox: Outbox = {
  rules: [
    { entity: 'loanRequest', facts: factsOfRequest },
    { entity: 'policy', on: 'insert', facts: factsOfPolicy },
    { entity: 'period', facts: factsOfPeriod },
    {
      entity: 'webhookSend',
      on: 'insert',
      queue: 'webhook-sends',
      messages: ({ after }: RowChange) => messagesOfSend(after),
    },
  ],
  causes: {
    webhookSend: ({ after }) => textOf(after, 'owner'),
    policy: () => 'consortium',
    period: () => 'consortium',
  },
};
