import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Begins the school years whose day has come, and takes back those that are to be: each pupil once, going on where it stopped. */
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
