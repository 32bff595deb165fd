import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { decisionViewSchema, reasonSchema } from '../../domain/union/decision.ts';
import { decisionRefusals, exampleDecision } from '../../schemas/decisions.ts';

const recordId = z.string().min(1).max(64);

/**
 * Merges two union records: their source records stay together, whatever the matcher decides, also when they are loaded again. The older
 * record's id stays, and the other resolves to it; the hold queues become one, by the time of request. It can be undone. `because` contains
 * the matcher's reasons.
 */
export const contract = operation({
  id: 'catalogue-merge-records',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/records/{recordId}/merge',
  summary: 'Merge two union records',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ recordId }),
  body: z.strictObject({ with: recordId, reason: reasonSchema }),
  output: decisionViewSchema,
  owner: 'not-yours',
  refusals: {
    ...decisionRefusals,
    'same-record': { status: 409, meaning: 'The two are one record already.' },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    body: { with: 'rec_01kc0000000000000000000000', reason: exampleDecision.reason },
    output: exampleDecision,
  },
  errorImpact: 'Two records of one book stay two, and their holds wait in two queues.',
});
