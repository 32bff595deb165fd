import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { listNoteSchema } from '../../domain/lists/saved-lists.ts';
import { exampleList, listRefusals, ownLists, titlePath } from '../../schemas/saved-lists.ts';

/**
 * Saves a title in a list of the requesting patron, under its current record. A title that is already saved, under that or a merged record,
 * does not change, except for a given note (an empty one deletes the note).
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
  owner: 'unknown-list',
  refusals: {
    ...listRefusals,
    'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' },
    'list-full': { status: 409, meaning: 'A list has at most 500 titles: start another.' },
    'too-many-titles': { status: 409, meaning: 'All lists of a patron have at most 5,000 titles together.' },
  },
  example: {
    params: { listId: exampleList.listId, recordId: 'rec_01kb0000000000000000000000' },
    body: { note: 'For Ida' },
    output: {
      ...{ listId: exampleList.listId, recordId: 'rec_01kb0000000000000000000000', title: 'Pride and prejudice' },
      ...{ addedAt: '2026-03-02T10:05:00.000Z', note: 'For Ida' },
    },
  },
  errorImpact: 'Patrons cannot save titles to a list.',
});
