import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';

/** Lists which other libraries accessed the requesting patron's record, and when; the newest first. */
export const contract = operation({
  id: 'patrons-my-look-log',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/me/looks',
  summary: 'List the looks of other libraries at the own record',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  query: z.strictObject({ after: cursorSchema.optional() }),
  output: z.strictObject({
    looks: z.array(z.strictObject({ at: z.string(), branchId: z.string() })),
    next: z.string().optional(),
  }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: { query: {}, output: { looks: [{ at: '2026-03-02T10:00:00.000Z', branchId: 'lakeshore.main' }] } },
  errorImpact: 'Patrons cannot see who looked at their record.',
});
