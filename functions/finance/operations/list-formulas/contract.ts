import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { formulaSchema } from '../../domain/cost-sharing/formula.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { exampleScenarioInput } from '../../schemas/scenarios.ts';

/** Lists cost-sharing formulas published by consortia, each with its source, as starting points. */
export const contract = operation({
  id: 'finance-list-formulas',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/formulas',
  summary: 'List published cost-sharing formulas',
  permission: [consortiumReaders, { who: 'staff', roles: ['member-finance'], at: 'own-member' }],
  touches: {},
  output: z.strictObject({ formulas: z.array(formulaSchema) }),
  refusals: {},
  example: { output: { formulas: [exampleScenarioInput.formula] } },
  errorImpact: 'A formula must be begun from an empty page.',
});
