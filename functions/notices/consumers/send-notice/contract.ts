import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Tells a patron something once, however often its message comes: kept for the account, and sent by e-mail at once, with
 * the day's digest, or put on the pile of letters, as the policy and the patron's choices say.
 */
export const contract = consumer({
  id: 'notices-send-notice',
  context: 'notices',
  service: 'circulation',
  summary: 'Tell patrons what concerns them',
  trigger: { by: 'queue', queue: 'notices' },
  touches: { table: 'write', mail: true },
  timeoutSeconds: 30,
  errorImpact: 'Patrons do not hear of holds that are ready, recalls, due dates and bills.',
});
