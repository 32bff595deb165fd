import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Deletes expired copies and scans that were uploaded and never sent, every hour. A repeated run changes nothing. */
export const contract = consumer({
  id: 'resource-sharing-forget-copies',
  context: 'resource-sharing',
  service: 'resource-sharing',
  summary: 'Delete the copies whose time is over',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write', forgets: 'ill-copies' },
  timeoutSeconds: 300,
  errorImpact: 'Copies stay longer than those who hold the rights were promised.',
});
