import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Exchanges messages with partners: posts each message of the outbox in its partner's edition, with growing pauses
 * after failures, and applies each message of the inbox. Messages may be repeated and come in any order; each is
 * processed once.
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
  // It weighs who could supply and looks citations up for libraries outside, besides each step that a message may be.
  bundleKilobytes: 1093,
  errorImpact: 'Messages to and from partners wait; none is lost.',
});
