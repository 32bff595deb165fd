import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Sends facts to webhooks: one message for each webhook and fact, so that a slow receiver delays no other. Messages may be repeated and
 * come in any order.
 */
export const contract = consumer({
  id: 'webhooks-send-webhooks',
  context: 'webhooks',
  service: 'administration',
  summary: 'Send facts to the systems that subscribe to them',
  trigger: { by: 'queue', queue: 'webhook-sends' },
  touches: { table: 'write', webhooks: 'send' },
  sends: ['webhook-sends'],
  timeoutSeconds: 60,
  errorImpact: 'Connected systems get facts later; none is lost.',
});
