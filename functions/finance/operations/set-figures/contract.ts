import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { memberFiguresSchema } from '../../domain/cost-sharing/figures.ts';
import { reportedFiguresSchema } from '../../domain/cost-sharing/scenario.ts';
import { exampleFigures, preparers, versionSchema } from '../../schemas/scenarios.ts';

const { memberId: _, ...reported } = memberFiguresSchema.shape;
const { figures, flags, joined, feeBefore } = exampleFigures;

/**
 * Replaces a member's data for cost-sharing formulas. Its own finance staff report figures, flags and opt-ins; only the consortium sets
 * when it joined, what it paid before and whether it takes part. Audited. Data frozen by an adopted scenario does not change.
 */
export const contract = operation({
  id: 'finance-set-figures',
  context: 'finance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/finance/figures/{memberId}',
  summary: 'Set the figures of a member for cost sharing',
  permission: [preparers, { who: 'staff', roles: ['member-finance'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    ...reported,
    takesPart: z.boolean().default(true),
    /** The version as read: 0 when the member has none yet. */
    v: versionSchema,
  }),
  output: reportedFiguresSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the figures since you read them: look again.' },
    'consortium-says': {
      status: 422,
      meaning: 'Only the consortium sets when a member joined, what it paid before and whether it participates.',
    },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { figures, flags: [...(flags ?? [])], joined: joined ?? 2012, feeBefore: feeBefore ?? 0, v: 0 },
    output: exampleFigures,
  },
  errorImpact: 'The figures by which costs are shared cannot be brought up to date.',
});
