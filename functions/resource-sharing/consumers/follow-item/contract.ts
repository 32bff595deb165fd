import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Moves a request with its item: a copy of an interlibrary loan that a desk scanned, lent, took back or lost moves its
 * request by the steps of the workflow's table. A partner's item is deleted when its request has ended. Also starts the
 * workflow of a new request and wakes that of a changed one, should the process that changed it have died first.
 */
export const contract = consumer({
  id: 'resource-sharing-follow-item',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Take the steps of a loan request that its copy has taken at a desk',
  trigger: { by: 'queue', queue: 'loan-events' },
  touches: { table: 'write', machine: 'loan-request', taskTokens: true },
  // It has the whole table of steps and the key table of every context whose rows they touch.
  bundleKilobytes: 820,
  errorImpact: 'Loan requests do not follow their items; new requests whose start failed are not started.',
});
