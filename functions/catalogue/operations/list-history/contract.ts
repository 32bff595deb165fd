import * as z from 'zod';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { historyEntrySchema } from '../../domain/history/history.ts';
import { decisionRefusals, exampleDecision } from '../../schemas/decisions.ts';

const ofSource = { sourceId: 'riverton:b1000', memberId: 'riverton' };

/**
 * Returns the history of a union record, the newest first: merges and splits by staff (including undone ones, and those of records merged
 * into it), edits of its source records, and the loads that brought these. Entries of other members omit own fields (59X, 69X, 9XX, $5,
 * fields that MARC 21 marks as private), files and staff. What one item batch hid is one entry, with a count. At most 100 decisions, edits
 * and loads, and 50 other acts.
 */
export const contract = operation({
  id: 'catalogue-list-history',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/records/{recordId}/history',
  summary: 'See who merged, split, edited or loaded a record, and why',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'read' },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  output: z.strictObject({
    entries: z.array(historyEntrySchema),
    /**
     * The names of the staff in the entries, by actor. For a decision only when it was made for a member for which the caller catalogues,
     * then including who undid it. Other decisions contain ids only.
     */
    names: actorNamesSchema,
  }),
  refusals: { 'unknown-record': decisionRefusals['unknown-record'] },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    output: {
      entries: [
        {
          ...{ kind: 'edit', at: '2026-11-25T09:30:00.000Z', ...ofSource, by: 'staff:stf_01kb0000000000000000000000' },
          reason: 'The title page has another date.',
          fields: [{ tag: '264', before: ['#1 $aLondon$c1995'], after: ['#1 $aLondon$c1996'] }],
        },
        { kind: 'decision', at: exampleDecision.at, decision: exampleDecision },
        {
          ...{ kind: 'load', at: '2026-11-20T02:00:00.000Z', ...ofSource, importId: 'imp_01kb0000000000000000000000' },
          ...{ fileName: 'november.mrc', preserved: [], lost: [], fields: [] },
        },
      ],
      names: { 'staff:stf_01kb0000000000000000000000': 'Ines Keller' },
    },
  },
  errorImpact: 'Staff cannot see the history of records.',
});
