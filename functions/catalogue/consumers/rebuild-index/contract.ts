import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Rebuilds every document into a new index and switches the alias, while searches continue. A background job: it may scan the table, which
 * no request does.
 */
export const contract = consumer({
  id: 'catalogue-rebuild-index',
  context: 'catalogue',
  service: 'search',
  summary: 'Rebuild the union index from the table',
  trigger: { by: 'hand', untilDone: true },
  touches: { table: 'write', bucket: 'read', index: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'The search cannot be restored from the table.',
});
