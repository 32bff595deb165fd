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
 * A scenario and what it comes to: each fee with its lines and the figures that they rest on, who pays beside members, and where
 * a larger member pays less. A member's finance staff see adopted ones, and in them their own fee alone.
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
  /** Whose fee; of all members where none is named. */
  query: z.strictObject({ member: memberIdSchema.optional() }),
  output: scenarioViewSchema,
  refusals: unknownScenario,
  example: {
    params: { scenarioId: exampleScenario.scenarioId },
    query: {},
    output: {
      ...{ scenario: exampleScenario, outcome: exampleOutcome, lacking: [], withoutFigures: ['northfield'] },
      ...{ concerns: ['without-figures'], besides: [] },
    },
  },
  errorImpact: 'Nobody sees what a formula comes to.',
});
