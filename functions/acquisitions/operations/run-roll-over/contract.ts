import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { exampleRollOver, rollOverCommitters, rollOverRefusals, rollOverViewSchema } from '../../schemas/roll-over.ts';

/**
 * Commits a previewed roll-over, or undoes one while nothing else was posted in the new year. A commit makes the report again and moves money and
 * orders only when it is the one that was previewed. What a request has no time for follows in the background. Repeated, it runs once. Audited.
 */
export const contract = operation({
  id: 'acquisitions-run-roll-over',
  context: 'acquisitions',
  service: 'administration',
  method: 'PUT',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/roll-over/run',
  summary: 'Commit or undo the roll-over of a fiscal year',
  permission: rollOverCommitters,
  touches: { table: 'write' },
  bundleKilobytes: 765,
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  body: z.strictObject({
    way: z.enum(['onwards', 'back']),
    /** The new year. */
    to: yearCodeSchema,
    /** The digest of the report as read. */
    hash: z.string().min(1).max(60),
  }),
  output: rollOverViewSchema,
  namedOwner: { none: 'Both years, their funds and their orders are of the member in the path.' },
  refusals: {
    'year-closed': rollOverRefusals['year-closed'],
    'roll-over-state': rollOverRefusals['roll-over-state'],
    'own-roll-over': {
      status: 409,
      meaning: 'Who previewed it does not commit it where another person approves orders.',
    },
    'roll-over-blocked': { status: 409, meaning: 'Funds have no successor: the report names them.' },
    'report-changed': {
      status: 409,
      meaning: 'The report is not the one that was previewed: preview it again.',
      params: { changed: 'Funds and orders that differ.' },
    },
    'year-posted': {
      status: 409,
      meaning: 'Something was posted in the new year since.',
      params: { posting: 'The order, the invoice or the entry.', fund: 'The fund.' },
    },
  },
  example: {
    params: { memberId: 'riverton', year: '2026-27' },
    body: { way: 'onwards', to: '2027-28', hash: exampleRollOver.hash ?? '' },
    output: { ...exampleRollOver, state: 'done', committed: exampleRollOver.previewed },
  },
  errorImpact: 'A fiscal year cannot be rolled over, or its roll-over not undone.',
});
