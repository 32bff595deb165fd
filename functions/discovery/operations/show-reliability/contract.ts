import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleReliability, reliabilitySchema } from '../../schemas/reliability.ts';

/** Shows how often the site answered when it was checked, and the last rehearsal of a restore. What is not recorded is left out. */
export const contract = operation({
  id: 'discovery-show-reliability',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/reliability',
  summary: 'Show the checks of the site and the last rehearsal of a restore',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  etag: true,
  sharedSeconds: 300,
  output: reliabilitySchema,
  refusals: {},
  example: { output: exampleReliability },
  errorImpact: 'The page on trust states no uptime and no rehearsal of a restore.',
});
