import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Notes anew when to look at every loan and card, and what is lost: after a restore of the table, whose stream begins empty,
 * or when rows were lost. A background job: it may scan the table, no request does. What lies before it is not told; the same
 * rows again change nothing.
 */
export const contract = consumer({
  id: 'circulation-rebuild-watches',
  context: 'circulation',
  service: 'circulation',
  summary: 'Note anew what time will set off at all loans and cards',
  trigger: { by: 'hand' },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'After a restore loans and cards are not told, listed or aged until they change.',
});
