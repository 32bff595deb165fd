import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { paramsSchema } from '../../../layers/domain/params.ts';
import { operation } from '../../../layers/http/contract.ts';
import {
  atDesk,
  explainSchema,
  itemRefSchema,
  itemRefusals,
  patronRef,
  patronRefusals,
  placeRefusals,
} from '../shapes.ts';

const tooMany = { detail: 'Has 15 of at most 15 (loans)', params: { has: 15, limit: 15 } };
const refusalShape = { code: z.string(), detail: z.string(), params: paramsSchema.optional() };

/** A checkout not made: which rule would win for each value, what else was considered, and every check with its ground. */
export const contract = operation({
  id: 'circulation-explain-check-out',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/check-out-explanations',
  summary: 'Explain how a checkout would be decided',
  permission: [atDesk],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema, ...patronRef }),
  output: z.strictObject({
    allowed: z.boolean(),
    refused: z.array(z.strictObject({ ...refusalShape, overridable: z.boolean() })),
    explain: explainSchema,
  }),
  refusals: { ...itemRefusals, ...patronRefusals, ...placeRefusals },
  example: {
    body: { branchId: 'lakeshore.main', item: '31234000123456', patron: '21101000000016' },
    output: {
      allowed: false,
      refused: [{ code: 'too-many-loans', ...tooMany, overridable: true }],
      explain: {
        checks: [{ check: 'too-many-loans', passed: false, ...tooMany }],
        policyVersion: 3,
        due: { due: '2026-12-15T04:59:59.000Z', moved: [] },
        values: [
          {
            value: 'loanPeriod',
            ruleId: 'riverton-dvd',
            decider: 'riverton',
            considered: [{ ruleId: 'riverton-dvd', specificity: 160, outcome: 'won' }],
          },
        ],
      },
    },
  },
  errorImpact: 'Staff cannot tell a patron why.',
});
