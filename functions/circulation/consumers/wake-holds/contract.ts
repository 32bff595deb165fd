import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Finds the holds whose page timed out, or for which a branch opens or a stall ends, and queues their records for targeting (C37, C39,
 * C47). Queries a few partitions by time, never a scan; repeating it changes nothing.
 */
export const contract = consumer({
  id: 'circulation-wake-holds',
  context: 'circulation',
  service: 'circulation',
  summary: 'Process holds that are due',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  sends: ['hold-work'],
  timeoutSeconds: 60,
  errorImpact: 'Unanswered pages do not move to another branch.',
});
