import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { scenarioSchema } from '../../domain/cost-sharing/scenario.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';
import { exampleScenario } from '../../schemas/scenarios.ts';

/** Lists the cost-sharing scenarios, the newest first. A member's finance staff name their member, and see the adopted ones. */
export const contract = operation({
  id: 'finance-list-scenarios',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/scenarios',
  summary: 'List cost-sharing scenarios',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  query: z.strictObject({ ...pageQuery, member: memberIdSchema.optional() }),
  output: z.strictObject({ scenarios: z.array(scenarioSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { query: {}, output: { scenarios: [exampleScenario] } },
  errorImpact: 'Finance staff cannot list the scenarios of cost sharing.',
});
