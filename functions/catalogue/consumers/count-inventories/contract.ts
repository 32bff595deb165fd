import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Counts the closed inventories: scans all items and lists the expected copies that were not seen. A background job: it may scan the table,
 * which no request does. It resumes after an interruption and counts nothing twice.
 */
export const contract = consumer({
  id: 'catalogue-count-inventories',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Count the inventories that are closed',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Closed inventories do not list the copies that were not seen.',
});
