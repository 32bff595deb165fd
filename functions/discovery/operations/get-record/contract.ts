import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { recordPageSchema } from '../../domain/views.ts';

/** Returns a record's page: its description and all copies by member and branch, in their current state. */
export const contract = operation({
  id: 'discovery-get-record',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/records/{recordId}',
  summary: 'Open a record with its copies',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  query: z.strictObject({ portal: memberIdSchema.optional() }),
  etag: true,
  sharedSeconds: 30,
  // It decodes MARC, and takes the index's fields.
  bundleKilobytes: 752,
  output: recordPageSchema,
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
        author: { kind: 'person', name: 'Austen, Jane, 1775-1817', roles: ['author'], dates: '1775-1817' },
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
      ownNotes: [{ memberId: 'riverton', tag: '590', text: 'Read by the book group in May.' }],
      holdings: [
        {
          memberId: 'riverton',
          branches: [
            {
              branchId: 'riverton.main',
              copies: [
                {
                  itemId: 'itm_01kb0000000000000000000000',
                  barcode: '31234000123456',
                  location: 'Adult fiction',
                  callNumber: 'FIC AUS',
                  category: 'book',
                  copyNumber: '1',
                  volume: '',
                  state: 'on-loan',
                  due: '2026-12-08T22:59:59.000Z',
                },
              ],
            },
          ],
        },
      ],
      schemaOrg: {
        '@context': 'https://schema.org',
        '@type': 'Book',
        identifier: 'rec_01kb0000000000000000000000',
        name: 'Emma',
        author: [{ '@type': 'Person', name: 'Austen, Jane', birthDate: '1775', deathDate: '1817' }],
        isbn: ['9780141439587'],
      },
    },
  },
  // It decodes MARC, and the table's client contains both codecs of the SDK, of which the newer one works.
  errorImpact: 'Users cannot open the page of a record with its copies.',
});
