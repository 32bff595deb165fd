import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Pages a copy on its shelf for a hold that was placed, or for the next of a queue when a copy became free (C36, C38). */
export const contract = consumer({
  id: 'circulation-target-holds',
  context: 'circulation',
  service: 'circulation',
  summary: 'Page copies for holds',
  trigger: { by: 'queue', queue: 'hold-work' },
  touches: { table: 'write' },
  timeoutSeconds: 30,
  errorImpact: 'Branches are not asked to fetch copies for holds.',
});
