import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Goes on with roll-overs of fiscal years for which a request had no time: reports of many orders, commits and undos. It resumes after an
 * interruption and does nothing twice.
 */
export const contract = consumer({
  id: 'acquisitions-process-roll-overs',
  context: 'acquisitions',
  service: 'administration',
  summary: 'Carry roll-overs of fiscal years on',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Roll-overs of years with more than some thousand orders do not continue.',
});
