import { operation } from '../../../../layers/platform/http/contract.ts';
import { choicesViewSchema, exampleChoicesView } from '../../schemas/shapes.ts';

/** What the patron who asks wants to be told, by which channel, in which language, and what can be chosen. */
export const contract = operation({
  id: 'notices-show-my-choices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/mine/choices',
  summary: 'See what I am told of, and how',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: choicesViewSchema,
  refusals: { gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: { output: exampleChoicesView },
  errorImpact: 'Patrons cannot see of what they are told.',
});
