import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Ends the terms whose last day is over: what their courses have on reserve goes back to its own place and rule, unless a course
 * of another term still has it. Goes on where it was broken off; to do it twice changes nothing.
 */
export const contract = consumer({
  id: 'teaching-end-terms',
  context: 'teaching',
  service: 'circulation',
  summary: 'Put back what was on reserve in terms that are over',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Copies stay on reserve after the end of their term.',
});
