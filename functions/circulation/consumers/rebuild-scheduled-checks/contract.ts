import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Schedules the checks of every loan and card again, and lists lost items: after a restore of the table, whose stream begins empty, or
 * after rows were lost. Unlike requests, this background job may scan the table. It sends no notices for past days; repeating it changes
 * nothing.
 */
export const contract = consumer({
  id: 'circulation-rebuild-scheduled-checks',
  context: 'circulation',
  service: 'circulation',
  summary: 'Schedule the checks of all loans and cards again',
  trigger: { by: 'hand', untilDone: true },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'After a restore, loans and cards are not notified, listed or aged until they change.',
});
