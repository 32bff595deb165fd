import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Counts the inventories that are closed: walks the items and lists those that should have stood on the shelves and were not
 * seen. A background job: it may scan the table, no request does. It goes on where it broke off, and counts nothing twice.
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
  errorImpact: 'Of closed inventories nobody is told what was not seen.',
});
