import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Reads the feeds of e-book collections: a new or changed one at the next run, the others once a day, a failed one again after an hour.
 * Stores their titles and a record for each member. Resumes after an interruption; idempotent.
 */
export const contract = consumer({
  id: 'digital-lending-harvest-collections',
  context: 'digital-lending',
  service: 'catalogue',
  summary: 'Harvest the feeds of e-book vendors',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', partners: 'send' },
  memoryMb: 1024,
  timeoutSeconds: 600,
  errorImpact: 'New e-books are not found in the catalogue, and withdrawn ones are still found.',
});
