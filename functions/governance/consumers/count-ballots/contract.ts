import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Runs every 15 minutes: counts the ballots whose time is over, and adopts the policies that were carried. Repeating it changes nothing. */
export const contract = consumer({
  id: 'governance-count-ballots',
  context: 'governance',
  service: 'administration',
  summary: 'Count ballots whose time is over, and adopt what was carried',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Results of ballots are published late, and carried policies begin late.',
});
