import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { possibleDuplicateViewSchema } from '../../domain/duplicates/possible-duplicate-view.ts';

/**
 * The pairs of source records, one of them the member's, of which the matcher cannot say whether they are one title: to be merged
 * or kept apart by a person, the likeliest first, with what speaks for and against it. What was settled since is left out,
 * so that a page may hold fewer than asked for and still have a next.
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
  // It reads MARC, and the table's client holds both of the SDK's codecs, of which the newer one works.
  bundleKilobytes: 660,
  errorImpact: 'Cataloguers do not see which records may be the same title.',
});
