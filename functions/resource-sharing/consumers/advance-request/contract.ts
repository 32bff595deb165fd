import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Performs one round of a request's workflow by the table (time-outs, the next supplier, the end of the rota), and
 * returns how long to wait.
 */
export const contract = consumer({
  id: 'resource-sharing-advance-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Set off due timers and ask the next supplier of a loan request',
  trigger: { by: 'task', machine: 'loan-request' },
  touches: { table: 'write', machine: 'loan-request' },
  // The own values of members in limits and holds are read with the policies.
  bundleKilobytes: 812,
  errorImpact: 'No supplier is asked, and no time-out is noticed.',
});
