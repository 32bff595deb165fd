import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { fundRowSchema, orderRowSchema, reportLists } from '../../domain/roll-over.ts';
import { fundReaders, yearRefusals } from '../../schemas/funds.ts';
import { exampleRollOver, rollOverViewSchema } from '../../schemas/roll-over.ts';

/** Shows the last roll-over of a fiscal year, and a list of its report: funds, orders to be looked at, orders that stay, or orders that roll. */
export const contract = operation({
  id: 'acquisitions-show-roll-over',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/roll-over',
  summary: 'Show the roll-over of a fiscal year with its report',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  query: z.strictObject({ list: z.enum(reportLists).optional(), ...pageQuery }),
  output: z.strictObject({
    /** Absent while none was previewed. */
    rollOver: rollOverViewSchema.optional(),
    rows: z.array(z.discriminatedUnion('kind', [fundRowSchema, orderRowSchema])),
    next: cursorSchema.optional(),
  }),
  namedOwner: { none: 'Only the roll-over of the member in the path is shown.' },
  refusals: { ...cursorRefusal, 'unknown-fiscal-year': yearRefusals['unknown-fiscal-year'] },
  example: {
    params: { memberId: 'riverton', year: '2026-27' },
    query: { list: 'funds' },
    output: {
      rollOver: exampleRollOver,
      rows: [
        {
          ...{ kind: 'fund', fund: 'BOOKS-ADULT', to: 'BOOKS-ADULT' },
          ...{ unspent: 45_000, carried: 30_000, lapsed: 15_000, copied: 515_000 },
        },
      ],
    },
  },
  errorImpact: 'Staff do not see what the roll-over of a fiscal year does.',
});
