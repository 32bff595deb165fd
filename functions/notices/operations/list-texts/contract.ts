import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { languageSchema } from '../../domain/template.ts';
import { ownerSchema, textKeepers, textViewSchema } from '../../schemas/shapes.ts';

/**
 * Every text in a language as a member's patrons read it: the member's own, the consortium's, or the one that comes with
 * the house; where the language has none, in English. The owner `consortium` has the texts for all.
 */
export const contract = operation({
  id: 'notices-list-texts',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/owners/{owner}/texts',
  summary: 'List the texts of notices',
  permission: textKeepers,
  touches: { table: 'read' },
  params: z.strictObject({ owner: ownerSchema }),
  query: z.strictObject({ language: languageSchema.default('eng') }),
  output: z.strictObject({
    texts: z.array(textViewSchema),
    /** Languages in which the owner has a text of its own, and those of the house. */
    languages: z.array(z.string()),
  }),
  refusals: {},
  example: {
    params: { owner: 'riverton' },
    query: { language: 'spa' },
    output: {
      texts: [
        {
          template: 'recall' as const,
          channel: 'mail' as const,
          subject: 'Devolución solicitada: {title}',
          text: 'Otra persona espera {title}, que usted tiene en préstamo.',
          from: 'riverton',
          language: 'spa',
          version: 2,
          placeholders: ['title', 'due', 'branch', 'address', 'name', 'member', 'date'],
        },
      ],
      languages: ['eng', 'spa'],
    },
  },
  errorImpact: 'Staff cannot see in which words patrons are told something.',
});
