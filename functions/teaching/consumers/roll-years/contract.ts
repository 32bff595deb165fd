import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Starts the school years that are due, and reverts those to be undone: once per pupil, resuming where it stopped. */
export const contract = consumer({
  id: 'teaching-roll-years',
  context: 'teaching',
  service: 'circulation',
  summary: 'Begin school years on their day, or take them back',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Pupils stay in last year’s grades.',
});
