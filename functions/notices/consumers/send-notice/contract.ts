import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Sends a notice once, however often its message is delivered: stores it for the account, and sends it by e-mail or text message
 * immediately, with the day's digest, or with the next letters, by the policy and the patron's choices.
 */
export const contract = consumer({
  id: 'notices-send-notice',
  context: 'notices',
  service: 'circulation',
  summary: 'Send notices to patrons',
  trigger: { by: 'queue', queue: 'notices' },
  touches: { table: 'write', email: true, texts: 'send', site: true },
  timeoutSeconds: 30,
  errorImpact: 'Patrons get no notices of holds that are ready, recalls, due dates and bills.',
});
