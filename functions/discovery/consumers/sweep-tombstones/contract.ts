import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Removes tombstones of deleted and merged records from the index after no late write can restore them. */
export const contract = consumer({
  id: 'discovery-sweep-tombstones',
  context: 'discovery',
  service: 'search',
  summary: 'Delete old tombstones from the union index',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { index: 'write' },
  timeoutSeconds: 60,
  errorImpact: 'Tombstones pile up in the index; searches stay right.',
});
