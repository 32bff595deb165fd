import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Pages an available copy for a newly placed hold, or for the next hold of a queue when a copy became available (C36, C38). */
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
