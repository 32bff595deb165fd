import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Continues batches of items and of records: finds those that a query or a condition selects, and changes or restores those for which a
 * request had no time. It scans the table, as no request may; it resumes after an interruption and does nothing twice.
 */
export const contract = consumer({
  id: 'catalogue-process-item-batches',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Carry changes of many items and records on',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write', scan: true, bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Changes of more than a few hundred items or records, and those chosen by a query, do not continue.',
});
