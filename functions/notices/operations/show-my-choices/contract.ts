import { operation } from '../../../../layers/platform/http/contract.ts';
import { choicesViewSchema, exampleChoicesView } from '../../schemas.ts';

/** Shows the signed-in patron's choices of notices, channels and language, and what can be chosen. */
export const contract = operation({
  id: 'notices-show-my-choices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/mine/choices',
  summary: 'See my choices of notices',
  permission: [{ who: 'patron' }],
  touches: { table: 'read', texts: 'offer' },
  output: choicesViewSchema,
  refusals: { gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: { output: exampleChoicesView },
  errorImpact: 'Patrons cannot see their choices of notices.',
});
