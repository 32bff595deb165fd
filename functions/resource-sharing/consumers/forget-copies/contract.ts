import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Deletes expired copies and scans that were uploaded and never sent, every hour. A repeated run changes nothing. */
export const contract = consumer({
  id: 'resource-sharing-forget-copies',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Delete expired copies',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write', forgets: 'ill-copies' },
  timeoutSeconds: 300,
  errorImpact: 'Expired copies are not deleted in time.',
});
