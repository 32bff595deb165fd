import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * The request follows the item: a copy that a desk scanned, lent, took back or lost on a loan between libraries takes its
 * request along, by the steps of the workflow’s table. What a library outside owned is forgotten when its request has ended.
 * The workflow of a new request is started here, and that of one that changed is told, should whoever did it not have come so far.
 */
export const contract = consumer({
  id: 'resource-sharing-follow-item',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Take the steps of a loan request that its copy has taken at a desk',
  trigger: { by: 'queue', queue: 'loan-events' },
  touches: { table: 'write', machine: 'loan-request', taskTokens: true },
  errorImpact:
    'Loan requests stand where they were though their copies have arrived, are lent or home; new ones whose start failed are not started.',
});
