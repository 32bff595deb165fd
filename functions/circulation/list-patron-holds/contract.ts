import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { atAskedDesk, exampleHold, holdViewSchema, patronRefusals } from '../shapes.ts';

/** A patron’s open holds as this desk may see them: titles only of its own patrons’ holds and those to be collected at its member (C77). */
export const contract = operation({
  id: 'circulation-list-patron-holds',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/patrons/{patronId}/holds',
  summary: 'See a patron’s holds at the desk',
  permission: [atAskedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  /** The branch of the desk that asks. */
  query: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ holds: z.array(holdViewSchema) }),
  refusals: { 'unknown-patron': patronRefusals['unknown-patron'] },
  example: {
    params: { patronId: 'pat_01kb00000000000000000000000' },
    query: { branchId: 'riverton.main' },
    output: { holds: [exampleHold] },
  },
  errorImpact: 'The desk does not see what waits for a patron.',
});
