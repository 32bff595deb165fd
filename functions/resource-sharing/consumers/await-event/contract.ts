import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Stores the waiting task's token with the request; wakes the workflow at once when the request has changed in the
 * meantime.
 */
export const contract = consumer({
  id: 'resource-sharing-await-event',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Store the task token with which a change wakes the workflow of a loan request',
  trigger: { by: 'task', machine: 'loan-request' },
  touches: { table: 'write', taskTokens: true },
  errorImpact: 'Answers of suppliers are noticed only at the next time-out.',
});
