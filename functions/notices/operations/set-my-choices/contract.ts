import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  choicesRefusals,
  choicesViewSchema,
  choicesWish,
  exampleChoices,
  exampleChoicesView,
} from '../../schemas/shapes.ts';

/** A patron says of what not to be told by e-mail or letter, whether letters are wanted instead of e-mail, and the language. */
export const contract = operation({
  id: 'notices-set-my-choices',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/mine/choices',
  summary: 'Choose what I am told of, and how',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  body: z.strictObject(choicesWish),
  output: choicesViewSchema,
  refusals: { ...choicesRefusals, gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: { body: exampleChoices, output: exampleChoicesView },
  errorImpact: 'Patrons cannot stop notices that they do not want.',
});
