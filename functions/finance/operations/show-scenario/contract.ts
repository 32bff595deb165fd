import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';
import {
  exampleOutcome,
  exampleScenario,
  scenarioParams,
  scenarioViewSchema,
  unknownScenario,
} from '../../schemas/scenarios.ts';

/**
 * Returns a scenario and its outcome: each fee with its lines and underlying figures, the payments of non-members, and where a larger
 * member pays less. A member's finance staff see adopted ones, with only their own fee.
 */
export const contract = operation({
  id: 'finance-show-scenario',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/scenarios/{scenarioId}',
  summary: 'See a cost-sharing scenario and its fees',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  params: scenarioParams,
  /** The member of the fee; all members by default. */
  query: z.strictObject({ member: memberIdSchema.optional() }),
  output: scenarioViewSchema,
  owner: 'unknown-scenario',
  refusals: unknownScenario,
  example: {
    params: { scenarioId: exampleScenario.scenarioId },
    query: {},
    output: {
      ...{ scenario: exampleScenario, outcome: exampleOutcome, lacking: [], withoutFigures: ['northfield'] },
      ...{ concerns: ['without-figures'], besides: [] },
    },
  },
  errorImpact: 'Finance staff cannot see the result of a formula.',
});
