import { consumer } from '../../../layers/http/consumer.ts';

/** Tells a patron that a hold is ready: a notice in the account always, by e-mail where the deployment has a sender. Once, however often the message comes. */
export const contract = consumer({
  id: 'circulation-send-notice',
  context: 'circulation',
  service: 'circulation',
  summary: 'Tell patrons that their holds are ready',
  trigger: { by: 'queue', queue: 'notices' },
  touches: { table: 'write', mail: true },
  timeoutSeconds: 30,
  errorImpact: 'Patrons do not hear that their holds are ready.',
});
