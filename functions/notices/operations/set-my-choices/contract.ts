import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { choicesInput, choicesRefusals, choicesViewSchema, exampleChoices, exampleChoicesView } from '../../schemas.ts';

/** Sets the signed-in patron's choices: kinds not wanted by e-mail or letter, letters instead of e-mail, and the language. */
export const contract = operation({
  id: 'notices-set-my-choices',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/mine/choices',
  summary: 'Set my choices of notices',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', texts: 'offer' },
  body: z.strictObject(choicesInput),
  output: choicesViewSchema,
  refusals: { ...choicesRefusals, gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: { body: exampleChoices, output: exampleChoicesView },
  errorImpact: 'Patrons cannot stop notices that they do not want.',
});
