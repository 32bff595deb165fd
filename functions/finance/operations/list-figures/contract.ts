import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { reportedFiguresSchema } from '../../domain/cost-sharing/scenario.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';
import { exampleFigures } from '../../schemas/scenarios.ts';

/** Lists the figures for cost sharing, by member and year: of all members, or of the named one. */
export const contract = operation({
  id: 'finance-list-figures',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/figures',
  summary: 'List the figures of members for cost sharing',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  query: z.strictObject({ ...pageQuery, member: memberIdSchema.optional() }),
  output: z.strictObject({ figures: z.array(reportedFiguresSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { query: { member: 'riverton' }, output: { figures: [exampleFigures] } },
  errorImpact: 'Finance staff cannot see the figures by which costs are shared.',
});
