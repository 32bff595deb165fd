import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * What time brings about in patrons: merges that were broken off go on, who grew out of a category gets the next, and after
 * a change of the policy all patrons are given the rows by which they are found. The table is walked only then.
 */
export const contract = consumer({
  id: 'patrons-carry-on',
  context: 'patrons',
  service: 'administration',
  summary: 'Carry on with merges, ages and rows of patrons',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  errorImpact: 'Merges that were broken off stay so, and nobody grows out of a category.',
});
