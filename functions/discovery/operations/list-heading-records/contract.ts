import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { browseLists } from '../../../catalogue/public/browse-lists.ts';
import { headingRecordsSchema } from '../../domain/browse/browse-views.ts';
import { membersQuery } from '../../schemas/parameters.ts';

/** Lists the records under one heading or call number of a list, by title, with the current state of every member's copies. */
export const contract = operation({
  id: 'discovery-list-heading-records',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/browse/{list}/records',
  summary: 'List the records under a heading',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read' },
  params: z.strictObject({ list: z.enum(browseLists) }),
  query: z.strictObject({
    /** The heading’s position from the list. */
    at: z.string().max(1600),
    member: membersQuery.optional(),
    after: cursorSchema.optional(),
    portal: memberIdSchema.optional(),
  }),
  etag: true,
  sharedSeconds: 30,
  output: headingRecordsSchema,
  refusals: {
    'unknown-place': { status: 400, meaning: 'This is no place of a list; begin by words.' },
    'bad-cursor': {
      status: 400,
      meaning: 'The cursor is not ours or belongs to another list; begin at the first page.',
    },
  },
  example: {
    params: { list: 'author' },
    query: { at: 'YXVzdGVuIGphbmU' },
    output: {
      total: { count: 1, atLeast: false },
      hits: [
        {
          recordId: 'rec_01kb0000000000000000000000',
          title: 'Emma',
          publishers: ['Penguin'],
          year: 2003,
          format: 'book',
          languages: ['eng'],
          isOnline: false,
          isbn13: ['9780141439587'],
          members: [{ memberId: 'riverton', copies: 2, available: 1 }],
        },
      ],
    },
  },
  errorImpact: 'Nobody can open a heading of a list.',
});
