import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { recordViewSchema } from '../../domain/views/views.ts';

/** Returns a union record: one description, the members that hold it, each contribution, and why they are the same. */
export const contract = operation({
  id: 'catalogue-get-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/records/{recordId}',
  summary: 'Read a record of the union catalogue',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  query: z.strictObject({ portal: z.string().max(32).optional() }),
  output: recordViewSchema,
  refusals: { 'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' } },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    query: {},
    output: {
      recordId: 'rec_01kb0000000000000000000000',
      description: {
        title: 'Emma',
        originalScriptTitles: [],
        responsibility: 'Jane Austen',
        author: { kind: 'person', name: 'Austen, Jane, 1775-1817', roles: ['author'] },
        contributors: [],
        subjects: ['Young women -- England -- Fiction'],
        series: [],
        contents: [],
        summaries: [],
        publishers: ['Penguin'],
        places: ['London'],
        year: 2003,
        languages: ['eng'],
        format: 'book',
        isOnline: false,
        isbn13: ['9780141439587'],
        issn: [],
        links: [],
      },
      members: ['riverton'],
      sources: [{ sourceId: 'riverton:b1000', memberId: 'riverton', localId: 'b1000', because: [] }],
    },
  },
  // It decodes MARC, and the table's client contains both codecs of the SDK, of which the newer one works.
  errorImpact: 'Nobody can open a record.',
});
