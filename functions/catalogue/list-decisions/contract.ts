import * as z from 'zod';
import { decisionViewSchema } from '../../../layers/domain/catalogue/decision.ts';
import { operation } from '../../../layers/http/contract.ts';
import { decisionRefusals, exampleDecision } from '../decisions.ts';

/** The merges and splits of staff that made a union record what it is, the newest first, undone ones too; those of records merged into it as well. At most 100. */
export const contract = operation({
  id: 'catalogue-list-decisions',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/records/{recordId}/decisions',
  summary: 'See who merged or split a union record, and why',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  output: z.strictObject({ decisions: z.array(decisionViewSchema) }),
  refusals: { 'unknown-record': decisionRefusals['unknown-record'] },
  example: {
    params: { recordId: 'rec_01kb00000000000000000000000' },
    output: { decisions: [exampleDecision] },
  },
  errorImpact: 'Nobody sees why records are one or two.',
});
