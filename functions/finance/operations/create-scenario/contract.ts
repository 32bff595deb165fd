import { operation } from '../../../../layers/platform/http/contract.ts';
import { scenarioInputSchema, scenarioSchema } from '../../domain/cost-sharing/scenario.ts';
import { budgetRefusal, exampleScenario, exampleScenarioInput, preparers } from '../../schemas/scenarios.ts';

/** Creates a scenario: a formula for a year, with the total costs that it shares. A draft is calculated from the current figures. */
export const contract = operation({
  id: 'finance-create-scenario',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/scenarios',
  summary: 'Make a cost-sharing scenario',
  permission: [preparers],
  touches: { table: 'write' },
  body: scenarioInputSchema,
  status: 201,
  output: scenarioSchema,
  refusals: budgetRefusal,
  example: { body: exampleScenarioInput, output: exampleScenario },
  errorImpact: 'No formula can be tried out.',
});
