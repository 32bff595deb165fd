import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { atAskedDesk, exampleLoan, loanViewSchema, patronRefusals } from '../shapes.ts';

/** A patron’s loans as this desk may see them: titles only of loans made at its member or of its items, and of its own patrons (C77). */
export const contract = operation({
  id: 'circulation-list-patron-loans',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/patrons/{patronId}/loans',
  summary: 'See a patron’s loans at the desk',
  permission: [atAskedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  /** The branch of the desk that asks. */
  query: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ loans: z.array(loanViewSchema) }),
  refusals: { 'unknown-patron': patronRefusals['unknown-patron'] },
  example: {
    params: { patronId: 'pat_01kb00000000000000000000000' },
    query: { branchId: 'riverton.main' },
    output: { loans: [exampleLoan] },
  },
  errorImpact: 'The desk does not see what a patron has.',
});
