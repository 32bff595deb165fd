import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Carries on changes of many patrons: looks for the patrons of a filter, and changes or restores those for which a request had no time. It
 * resumes after an interruption and does nothing twice.
 */
export const contract = consumer({
  id: 'patrons-process-batches',
  context: 'patrons',
  service: 'administration',
  summary: 'Carry changes of many patrons on',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write' },
  timeoutSeconds: 900,
  errorImpact: 'Changes of more than a few hundred patrons do not continue.',
});
