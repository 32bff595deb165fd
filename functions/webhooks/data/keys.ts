import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of webhooks in the single table: their keys, and the question that each key answers. */
export const keys = keysOf({
  webhook: {
    pk: 'WEBHOOK#{webhookId}',
    sk: 'WEBHOOK',
    gsi2: { pk: 'WEBHOOKS', sk: '{owner}#{webhookId}' },
    personal: 'none',
    retention: { period: 'until its owner removes it', ends: ['code'] },
    question: 'To which address are which facts sent, and is it paused? gsi2: all webhooks, or those of an owner',
  },
  webhookDelivery: {
    pk: 'WEBHOOK#{webhookId}',
    sk: 'DELIVERY#{at}#{eventId}',
    personal: 'none',
    retention: { period: '14 days', ends: ['ttl'] },
    question:
      'Was this fact delivered to this webhook, and what did the receiver answer? One row, however often it is sent',
  },
  webhookSend: {
    pk: 'WEBHOOK#{webhookId}',
    sk: 'SEND#{sendId}',
    personal: 'none',
    retention: { period: 'one day', ends: ['ttl'] },
    question: 'What shall this webhook send at the request of staff: a test, or something again?',
  },
  webhookReplay: {
    pk: 'WEBHOOK#{webhookId}',
    sk: 'REPLAY',
    personal: 'none',
    retention: { period: 'until its last page is queued, at most one hour', ends: ['code', 'ttl'] },
    question: 'Does a replay of this webhook run? There is one at a time',
  },
});

export const { key, gsi2, sortPrefix, indexPartition } = keys;
