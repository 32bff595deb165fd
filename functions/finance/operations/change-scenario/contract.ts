import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { scenarioInputSchema, scenarioSchema } from '../../domain/cost-sharing/scenario.ts';
import {
  budgetRefusal,
  changedScenario,
  exampleScenario,
  exampleScenarioInput,
  preparers,
  scenarioParams,
  unknownScenario,
  versionSchema,
} from '../../schemas/scenarios.ts';

/** Changes a draft: the request contains all of it. Whoever changes it counts as a preparer, and may not adopt it. */
export const contract = operation({
  id: 'finance-change-scenario',
  context: 'finance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/finance/scenarios/{scenarioId}',
  summary: 'Change a draft of cost sharing',
  permission: [preparers],
  touches: { table: 'write' },
  params: scenarioParams,
  body: z.strictObject({ ...scenarioInputSchema.shape, v: versionSchema }),
  output: scenarioSchema,
  refusals: { ...unknownScenario, ...changedScenario, ...budgetRefusal },
  example: {
    params: { scenarioId: exampleScenario.scenarioId },
    body: { ...exampleScenarioInput, v: 1 },
    output: { ...exampleScenario, v: 2 },
  },
  errorImpact: 'A draft cannot be changed: another must be made.',
});
