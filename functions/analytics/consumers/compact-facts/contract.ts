import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Joins the small files of each month into one, without facts that were delivered twice, and writes the month's manifest. */
export const contract = consumer({
  id: 'analytics-compact-facts',
  context: 'analytics',
  service: 'administration',
  summary: 'Join the files of the facts of each month',
  trigger: { by: 'schedule', everyMinutes: 24 * 60 },
  touches: { bucket: 'write', forgets: 'facts' },
  memoryMb: 1769,
  timeoutSeconds: 900,
  errorImpact: 'Queries of the archive read more and smaller files, and cost more; their results stay right.',
});
