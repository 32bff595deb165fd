import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Rebuilds documents whose indexing failed, and those of records whose headings have changed references. Transient failures wait again
 * without counting; poison counts towards the dead-letter queue.
 */
export const contract = consumer({
  id: 'catalogue-retry-index',
  context: 'catalogue',
  service: 'search',
  summary: 'Index again what failed before',
  trigger: { by: 'queue', queue: 'index-retry', poison: 'index-work' },
  touches: { table: 'write', bucket: 'read', index: 'write' },
  sends: ['index-retry'],
  timeoutSeconds: 60,
  memoryMb: 1024,
  errorImpact: 'Records that failed to index once stay out of the search.',
});
