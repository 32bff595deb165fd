import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Runs every 15 minutes: counts the ballots whose time is over, destroys the keys of secret ones, adopts the policies that were carried, and sends the
 * e-mails about open ballots that are due. Repeating it changes nothing.
 */
export const contract = consumer({
  id: 'governance-count-ballots',
  context: 'governance',
  service: 'administration',
  summary: 'Count ballots whose time is over, adopt what was carried, remind voters',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', email: true, site: true, ballotKeys: 'open' },
  timeoutSeconds: 300,
  errorImpact: 'Results of ballots are published late, and carried policies begin late.',
});
