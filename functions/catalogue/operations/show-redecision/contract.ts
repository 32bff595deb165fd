import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

const count = z.int().min(0);

/**
 * Shows how far the stored records are decided again by the match rules in force (policy `matching`), and what that changed for the records
 * of each member. A scheduled job begins some minutes after the rules are in force and continues until all records are decided; adopting the
 * former rules again parts and joins them as before.
 */
export const contract = operation({
  id: 'catalogue-show-redecision',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/matching/redecision',
  summary: 'Show how far stored records follow new match rules',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'read' },
  output: z.strictObject({
    version: count.describe('The version of the rules in force; 0 when none were adopted'),
    run: z
      .strictObject({
        version: count.describe('The rules by which the records are decided again'),
        state: z.enum(['running', 'done']),
        startedAt: z.iso.datetime(),
        finishedAt: z.iso.datetime().exactOptional(),
        records: count.describe('The records decided so far'),
        left: count.describe(
          'Records left as they were, because their titles have too many records for one change or could not be read',
        ),
        members: z
          .array(z.strictObject({ memberId: memberIdSchema, joined: count, parted: count, asked: count }))
          .describe(
            'Per member: records with a new companion in their title, without a former one, or in a pair for staff',
          ),
      })
      .exactOptional(),
  }),
  refusals: {},
  example: {
    output: {
      version: 2,
      run: {
        ...{ version: 2, state: 'done', startedAt: '2026-12-01T10:05:00.000Z', finishedAt: '2026-12-01T10:06:12.000Z' },
        ...{ records: 4120, left: 0 },
        members: [{ memberId: 'riverton', joined: 14, parted: 0, asked: 3 }],
      },
    },
  },
  errorImpact: 'The consortium does not see how far its match rules are applied.',
});
