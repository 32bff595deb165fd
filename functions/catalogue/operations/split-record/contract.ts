import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { decisionViewSchema, MOST_DECIDED, reasonSchema } from '../../domain/union/decision.ts';
import { decisionRefusals, exampleDecision } from '../../schemas/decisions.ts';

const sourceId = z.string().min(3).max(200);
const split = {
  ...exampleDecision,
  did: 'split' as const,
  before: exampleDecision.after,
  after: exampleDecision.before,
  reason: 'One is the abridged text.',
};

/**
 * Splits some source records from a union record as another title: they leave it and stay separate from the remaining ones, whatever the
 * matcher decides, also when they are loaded again. Holds stay on the record where they were placed; a hold for a copy that leaves is found
 * from there. It can be undone.
 */
export const contract = operation({
  id: 'catalogue-split-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/records/{recordId}/split',
  summary: 'Split a union record',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  body: z.strictObject({
    /** The source records that leave. */
    leaving: z.array(sourceId).min(1).max(MOST_DECIDED),
    reason: reasonSchema,
  }),
  output: decisionViewSchema,
  owner: 'not-yours',
  refusals: {
    ...decisionRefusals,
    'not-in-record': { status: 409, meaning: 'A named source record is not in this union record now: look again.' },
    'nothing-left': { status: 422, meaning: 'All source records would leave: then there is nothing to part.' },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    body: { leaving: ['riverton:b1000'], reason: split.reason },
    output: split,
  },
  errorImpact: 'Two titles stay one record, and patrons get the wrong book.',
});
