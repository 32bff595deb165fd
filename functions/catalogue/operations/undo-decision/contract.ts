import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { decisionViewSchema, reasonSchema } from '../../domain/union/decision.ts';
import { decisionRefusals, exampleDecision } from '../../schemas/decisions.ts';

const { 'unknown-record': _, ...refusals } = decisionRefusals;

/**
 * Undoes a merge or a split by staff: the union is as if it had never been made, including later loads and decisions. Each hold returns to
 * the record on which it was placed. Undoing it again changes nothing.
 */
export const contract = operation({
  id: 'catalogue-undo-decision',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/decisions/{decisionId}/undo',
  summary: 'Undo a merge or split',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ decisionId: z.string().min(1).max(64) }),
  body: z.strictObject({ reason: reasonSchema }),
  output: decisionViewSchema,
  owner: 'not-yours',
  refusals: {
    'unknown-decision': { status: 404, meaning: 'There is no such decision, or the caller may not see its records.' },
    ...refusals,
  },
  example: {
    params: { decisionId: exampleDecision.decisionId },
    body: { reason: 'The second printing has another ending.' },
    output: {
      ...exampleDecision,
      undone: {
        at: '2026-11-25T09:00:00.000Z',
        by: exampleDecision.by,
        reason: 'The second printing has another ending.',
      },
    },
  },
  errorImpact: 'A wrong merge or split of records cannot be taken back.',
});
