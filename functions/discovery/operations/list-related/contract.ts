import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { relatedSchema } from '../../domain/related-titles.ts';
import { membersQuery } from '../../schemas/parameters.ts';

/** Lists the titles related to a record: other editions, similar titles, and those beside it on the shelf. */
export const contract = operation({
  id: 'discovery-list-related',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/records/{recordId}/related',
  summary: 'List other editions, similar titles and neighbours on the shelf',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  /** `member`: the libraries whose shelves are shown; all when it is omitted. */
  query: z.strictObject({ member: membersQuery.optional(), portal: memberIdSchema.optional() }),
  etag: true,
  sharedSeconds: 300,
  output: relatedSchema,
  refusals: {},
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    query: { member: 'riverton' },
    output: {
      editions: [
        {
          recordId: 'rec_01kb0000000000000000000001',
          title: 'Emma',
          author: 'Austen, Jane, 1775-1817',
          year: 2015,
          format: 'ebook',
          languages: ['eng'],
        },
      ],
      similar: [],
      shelf: [
        {
          recordId: 'rec_01kb0000000000000000000000',
          title: 'Emma',
          author: 'Austen, Jane, 1775-1817',
          year: 2003,
          format: 'book',
          languages: ['eng'],
          callNumber: 'FIC AUS',
        },
      ],
    },
  },
  errorImpact: 'Record pages show no editions, similar titles and shelf.',
});
