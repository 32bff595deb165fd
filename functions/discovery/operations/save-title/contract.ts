import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { listNoteSchema } from '../../domain/lists/saved-lists.ts';
import { exampleList, listRefusals, ownLists, titlePath } from '../../schemas/saved-lists.ts';

/**
 * Puts a title into a list of the patron who asks, under the record that it is in now; where it is there already, as that or
 * as a record that was merged with it, it stays as it is, but for a note that is given (an empty one takes it away).
 */
export const contract = operation({
  id: 'discovery-save-title',
  context: 'discovery',
  service: 'search',
  method: 'PUT',
  path: '/v1/discovery/my/lists/{listId}/titles/{recordId}',
  summary: 'Save a title to a list',
  permission: ownLists,
  touches: { table: 'write', bucket: 'read' },
  idempotency: 'none',
  params: titlePath,
  body: z.strictObject({ note: listNoteSchema.optional() }),
  output: z.strictObject({
    listId: z.string(),
    recordId: z.string(),
    title: z.string(),
    addedAt: z.iso.datetime(),
    note: z.string().optional(),
  }),
  refusals: {
    ...listRefusals,
    'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' },
    'list-full': { status: 409, meaning: 'A list has room for 500 titles: begin another.' },
    'too-many-titles': { status: 409, meaning: 'All lists of a patron have room for 5,000 titles together.' },
  },
  example: {
    params: { listId: exampleList.listId, recordId: 'rec_01kb0000000000000000000000' },
    body: { note: 'For Ida' },
    output: {
      ...{ listId: exampleList.listId, recordId: 'rec_01kb0000000000000000000000', title: 'Pride and prejudice' },
      ...{ addedAt: '2026-03-02T10:05:00.000Z', note: 'For Ida' },
    },
  },
  errorImpact: 'Patrons cannot save what they found.',
});
