import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';

/** Lists the brief records that a member's desks made to lend items at once and no cataloguer has edited since, the oldest first. */
export const contract = operation({
  id: 'catalogue-list-fast-added',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/fast-added',
  summary: 'List brief records that desks made',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({
    records: z.array(
      z.strictObject({
        ...{ sourceId: z.string(), recordId: z.string(), itemId: z.string(), barcode: z.string() },
        ...{ branchId: z.string(), title: z.string(), author: z.string().exactOptional() },
        at: z.iso.datetime(),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      records: [
        {
          ...{ sourceId: 'riverton:fast-01kb0000000000000000000000', recordId: 'rec_01kb0000000000000000000000' },
          ...{ itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456', branchId: 'riverton.main' },
          ...{ title: 'The harbour at night', author: 'Byrne, Ada', at: '2026-11-30T10:00:00.000Z' },
        },
      ],
    },
  },
  errorImpact: 'Cataloguers do not see which brief records wait for them.',
});
