import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Ends the terms whose last day is over: their reserve items return to their own location and rule, unless a course of another term still
 * uses them. Resumes after an interruption; idempotent.
 */
export const contract = consumer({
  id: 'teaching-end-terms',
  context: 'teaching',
  service: 'circulation',
  summary: 'End the reserves of terms that have ended',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Copies stay on reserve after the end of their term.',
});
