import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { decisionViewSchema, reasonSchema } from '../../domain/union/decision.ts';
import { decisionRefusals, exampleDecision } from '../../schemas/decisions.ts';

const recordId = z.string().min(1).max(64);
const { before } = exampleDecision;

/**
 * Marks two union records as two titles, however similar: they stay separate, also when they are loaded again or the matcher would join
 * them, and leave the lists of possible duplicates. It can be undone.
 */
export const contract = operation({
  id: 'catalogue-mark-distinct',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/records/{recordId}/mark-distinct',
  summary: 'Keep two union records apart',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ recordId }),
  body: z.strictObject({ from: recordId, reason: reasonSchema }),
  output: decisionViewSchema,
  owner: 'not-yours',
  refusals: {
    ...decisionRefusals,
    'same-record': { status: 409, meaning: 'The two are one record: split it.' },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    body: { from: 'rec_01kc0000000000000000000000', reason: 'Another translation.' },
    output: { ...exampleDecision, did: 'mark-distinct', after: before, reason: 'Another translation.' },
  },
  errorImpact: 'Cataloguers must answer the same question about two records again.',
});
