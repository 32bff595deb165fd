import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { fundEntrySchema } from '../../domain/fund-entry.ts';
import { exampleEntry, exampleYear, fundReaders } from '../../schemas/funds.ts';

/** Lists the journal of the funds of a year, the newest first: of all, or of one fund. */
export const contract = operation({
  id: 'acquisitions-list-fund-entries',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/moves',
  summary: 'List the journal of the funds',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  query: z.strictObject({ fund: fundCodeSchema.optional(), ...pageQuery }),
  output: z.strictObject({
    entries: z.array(fundEntrySchema),
    names: actorNamesSchema,
    next: cursorSchema.optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton', year: exampleYear.year },
    query: { fund: 'SERIALS' },
    output: { entries: [exampleEntry], names: { [exampleEntry.by]: 'Grace Oyelaran' } },
  },
  errorImpact: 'Staff do not see which movements the figures of a fund come from.',
});
