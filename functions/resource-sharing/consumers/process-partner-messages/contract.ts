import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Carries the mail with partners outside: posts what is in the outbox, each message in its partner’s edition, again and again
 * with growing pauses where it does not get through; and decides what each message in the inbox means. A message comes more
 * than once and in any order; each is done once.
 */
export const contract = consumer({
  id: 'resource-sharing-process-partner-messages',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Send messages to partners outside and decide on theirs',
  trigger: { by: 'queue', queue: 'partner-messages' },
  touches: { table: 'write', index: 'read', machine: 'loan-request', taskTokens: true, partners: 'send' },
  sends: ['partner-messages'],
  timeoutSeconds: 60,
  errorImpact: 'Partners outside hear nothing from us, and what they say is not acted on; nothing is lost.',
});
