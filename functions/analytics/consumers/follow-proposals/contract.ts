import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Runs every day: judges the decisions that were logged since each open proposal was opened by its rules, and those of the first 30 and 90 days
 * after rules began by the ones before. Repeating it changes nothing else.
 */
export const contract = consumer({
  id: 'analytics-follow-proposals',
  context: 'analytics',
  service: 'administration',
  summary: 'Compare proposed and adopted rules with logged decisions',
  trigger: { by: 'schedule', everyMinutes: 24 * 60 },
  touches: { table: 'write', bucket: 'read' },
  memoryMb: 1769,
  timeoutSeconds: 900,
  errorImpact: 'Proposals show their effect as it was a day before; ballots are unaffected.',
});
