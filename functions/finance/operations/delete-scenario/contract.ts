import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  changedScenario,
  exampleScenario,
  preparers,
  scenarioParams,
  unknownScenario,
} from '../../schemas/scenarios.ts';

/** Deletes a draft as it was read. An adopted scenario is never deleted. The audit retains its title, year and formula. */
export const contract = operation({
  id: 'finance-delete-scenario',
  context: 'finance',
  service: 'administration',
  method: 'DELETE',
  path: '/v1/finance/scenarios/{scenarioId}',
  summary: 'Delete a draft of cost sharing',
  permission: [preparers],
  touches: { table: 'write' },
  params: scenarioParams,
  query: z.strictObject({ v: z.coerce.number().int().min(1).max(1e9).describe('The version of the draft as read') }),
  output: z.strictObject({ deleted: z.literal(true) }),
  refusals: { ...unknownScenario, ...changedScenario },
  example: {
    params: { scenarioId: exampleScenario.scenarioId },
    query: { v: '1' },
    output: { deleted: true as const },
  },
  errorImpact: 'A draft that nobody needs stays in the list.',
});
