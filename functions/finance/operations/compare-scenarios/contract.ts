import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { comparedFeesSchema } from '../../domain/cost-sharing/compare-fees.ts';
import { checkSchema } from '../../domain/cost-sharing/scenario.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { exampleScenario, notReckonableRefusal, scenarioIdSchema, unknownScenario } from '../../schemas/scenarios.ts';

/**
 * Compares two scenarios, adopted or not: what each member pays by either, the largest losses first; and where in either a larger member
 * pays less than a smaller one.
 */
export const contract = operation({
  id: 'finance-compare-scenarios',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/scenario-comparisons',
  summary: 'Compare two cost-sharing scenarios',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  query: z.strictObject({ one: scenarioIdSchema, other: scenarioIdSchema }),
  output: z.strictObject({
    ...comparedFeesSchema.shape,
    currency: z.string(),
    /** The check of each for larger members that pay less. */
    checks: z.strictObject({ one: checkSchema, other: checkSchema }),
  }),
  refusals: {
    ...unknownScenario,
    ...notReckonableRefusal,
    'scenario-currencies': { status: 422, meaning: 'Scenarios in two currencies are not compared.' },
  },
  example: {
    query: { one: exampleScenario.scenarioId, other: 'scn_01kb0000000000000000000001' },
    output: {
      rows: [
        { memberId: 'riverton', before: 1_715_000, after: 1_680_000, change: -35_000, permille: -20, outcome: 'gains' },
      ],
      ...{ before: 1_715_000, after: 1_680_000, gain: 1, lose: 0, same: 0, currency: 'USD' },
      checks: { one: { checkedBy: ['population'], warnings: [] }, other: { checkedBy: ['population'], warnings: [] } },
    },
  },
  errorImpact: 'Finance staff cannot compare formulas.',
});
