import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { languageSchema } from '../../domain/template.ts';
import { ownerSchema, textEditors, textViewSchema } from '../../schemas.ts';

/**
 * Lists every text in a language as a member's patrons read it: the member's own, the consortium's, or the built-in one;
 * where the language has none, in that of the policy `notices` for the member (`fallback`), then in English. The owner `consortium` has the texts for all.
 */
export const contract = operation({
  id: 'notices-list-texts',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/owners/{owner}/texts',
  summary: 'List the texts of notices',
  permission: textEditors,
  touches: { table: 'read' },
  params: z.strictObject({ owner: ownerSchema }),
  query: z.strictObject({ language: languageSchema.default('eng') }),
  output: z.strictObject({
    texts: z.array(textViewSchema),
    /** Languages in which the owner or the consortium has a text, and those of the built-in texts. */
    languages: z.array(z.string()),
    /** In which language the owner's patrons read what has no text in their own, and those who chose none. */
    fallback: z.string(),
  }),
  refusals: {},
  example: {
    params: { owner: 'riverton' },
    query: { language: 'spa' },
    output: {
      texts: [
        {
          template: 'recall' as const,
          channel: 'email' as const,
          subject: 'Devolución solicitada: {title}',
          text: 'Otra persona espera {title}, que usted tiene en préstamo.',
          from: 'riverton',
          language: 'spa',
          version: 2,
          placeholders: ['title', 'due', 'branch', 'address', 'name', 'member', 'date', 'account'],
        },
      ],
      languages: ['eng', 'spa'],
      fallback: 'eng',
    },
  },
  errorImpact: 'Staff cannot see the texts of notices.',
});
