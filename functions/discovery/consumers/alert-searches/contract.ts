import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Finds the titles that arrived for patrons' saved searches, once a day or a week for each patron. The notice of them is sent by the
 * relay and the queue of notices. It also checks each hour that the site answers, for the page on trust. Repeating it changes nothing.
 */
export const contract = consumer({
  id: 'discovery-alert-searches',
  context: 'discovery',
  service: 'search',
  summary: 'Find new titles for saved searches, and check that the site answers',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write', index: 'read', site: true, outside: true },
  timeoutSeconds: 300,
  errorImpact:
    'Patrons learn of new titles for their saved searches late, and the page on trust counts a check as missing.',
});
