import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Joins usage lines with the platform's reports and sums them by member, day and operation, one transaction per batch. */
export const contract = consumer({
  id: 'finance-meter-usage',
  context: 'finance',
  service: 'administration',
  summary: 'Meter the use of the platform from its log lines',
  trigger: { by: 'logs' },
  touches: { table: 'write' },
  timeoutSeconds: 60,
  errorImpact: 'The month’s report falls behind; batches wait in the dead-letter queue.',
});
