import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { browseLists } from '../../../catalogue/public/browse-lists.ts';
import { browseViewSchema } from '../../domain/browse/browse-views.ts';
import { membersQuery, numberQuery } from '../../schemas/parameters.ts';

/**
 * Browses a list of authors, titles, subjects or call numbers around the position of the given words: the entries before and after it, with
 * counts and references.
 */
export const contract = operation({
  id: 'discovery-browse-headings',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/browse/{list}',
  summary: 'Leaf through authors, titles, subjects or call numbers',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read' },
  params: z.strictObject({ list: z.enum(browseLists) }),
  query: z
    .strictObject({
      /** Words, or the beginning of a call number, as typed. */
      from: z.string().max(200).optional(),
      /** A position of the list from an earlier page, instead of words. */
      at: z.string().max(1600).optional(),
      before: numberQuery(0, 30).optional(),
      after: numberQuery(0, 30).optional(),
      member: membersQuery.optional(),
      portal: memberIdSchema.optional(),
    })
    .refine(({ from, at }) => from === undefined || at === undefined, {
      path: ['at'],
      message: 'Give words or a place, not both.',
    }),
  etag: true,
  sharedSeconds: 60,
  output: browseViewSchema,
  refusals: { 'unknown-place': { status: 400, meaning: 'This is no place of a list; begin by words.' } },
  example: {
    params: { list: 'author' },
    query: { from: 'austen', before: '1', after: '2' },
    output: {
      headings: [
        { at: 'YXVkZW4', heading: 'Auden, W. H.', count: 2 },
        {
          at: 'YXVzdGVuIGphbmU',
          heading: 'Austen, Jane, 1775-1817',
          count: 1,
          record: { recordId: 'rec_01kb0000000000000000000000', title: 'Emma', year: 2003 },
        },
        {
          at: 'YXVzdGVuIGo',
          heading: 'Austen-Leigh, Jane',
          count: 0,
          see: { heading: 'Austen, Jane, 1775-1817', at: 'YXVzdGVuIGphbmU' },
        },
      ],
      position: 1,
      first: false,
      last: true,
    },
  },
  errorImpact: 'Users cannot browse the catalogue by author, title, subject or call number.',
});
