import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { membersQuery } from '../../schemas/parameters.ts';

const lists = ['title', 'author', 'subject'] as const;

/** Suggests titles, authors and subjects of the catalogue that match the typed text, regardless of accents, case and order of words. */
export const contract = operation({
  id: 'discovery-suggest-headings',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/suggestions',
  summary: 'Suggest titles, authors and subjects while typing',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read' },
  query: z.strictObject({
    q: z.string().max(100),
    /** One list only. */
    list: z.enum(lists).optional(),
    member: membersQuery.optional(),
    portal: memberIdSchema.optional(),
  }),
  etag: true,
  sharedSeconds: 300,
  output: z.strictObject({
    suggestions: z.array(
      z.strictObject({
        list: z.enum(lists),
        text: z.string(),
        /** Its position in the list of such headings. */
        at: z.string(),
      }),
    ),
  }),
  refusals: {},
  example: {
    query: { q: 'jane aus' },
    output: { suggestions: [{ list: 'author', text: 'Austen, Jane, 1775-1817', at: 'YXVzdGVuIGphbmU' }] },
  },
  errorImpact: 'Nothing is suggested while a reader types; searches go on.',
});
