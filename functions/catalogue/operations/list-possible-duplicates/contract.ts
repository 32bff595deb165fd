import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { possibleDuplicateViewSchema } from '../../domain/duplicates/possible-duplicate-view.ts';

/**
 * Lists the pairs of source records, one of them the member's, on which the matcher is uncertain: staff should merge them or mark them as
 * distinct. The likeliest come first, with the evidence for and against. Settled pairs are left out, so that a page may have fewer entries
 * than requested and still have a next page.
 */
export const contract = operation({
  id: 'catalogue-list-possible-duplicates',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/possible-duplicates',
  summary: 'List pairs of records that a person should look at',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(25).default(25),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({ possibleDuplicates: z.array(possibleDuplicateViewSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      possibleDuplicates: [
        {
          one: {
            ...{ sourceId: 'lakeshore:77', memberId: 'lakeshore', localId: '77', title: 'Emma' },
            ...{ recordId: 'rec_01kc0000000000000000000000', details: ['1996', '474 pages', 'Penguin'] },
          },
          two: {
            ...{ sourceId: 'riverton:b1000', memberId: 'riverton', localId: 'b1000', title: 'Emma' },
            ...{ recordId: 'rec_01kb0000000000000000000000', details: ['1996', '512 pages', 'Penguin'] },
          },
          score: 0.52,
          because: ['same title', 'same author', 'same year', 'pages differ by 38', 'same publisher'],
          evidence: [{ kind: 'extent', points: -1.4, words: 'pages differ by 38' }],
        },
      ],
    },
  },
  // It decodes MARC, and the table's client contains both codecs of the SDK, of which the newer one works.
  errorImpact: 'Cataloguers do not see which records may be the same title.',
});
