import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Carries changes of many items on: looks for the items of those chosen by a query, and changes or puts back what a request had
 * no time for. It walks the table, as no request may; it goes on where it broke off, and does nothing twice.
 */
export const contract = consumer({
  id: 'catalogue-process-item-batches',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Carry changes of many items on',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Changes of more than a few hundred items, and those chosen by a query, stand still.',
});
