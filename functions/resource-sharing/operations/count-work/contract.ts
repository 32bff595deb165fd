import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { type WorkGroup, workGroups } from '../../domain/workflow/work-groups.ts';
import { atOwnMember } from '../../schemas/requests.ts';

const counts = z.strictObject({
  open: z.number().int(),
  /**
   * Every group, in the order in which staff work through them; `waiting` holds requests whose next step is somebody
   * else’s.
   */
  groups: z.array(z.strictObject({ group: z.enum(workGroups), count: z.number().int() })),
});

const counted = (some: { [G in WorkGroup]?: number }) => ({
  open: Object.values(some).reduce((sum, count) => sum + count, 0),
  groups: workGroups.map((group) => ({ group, count: some[group] ?? 0 })),
});

/** Counts the interlibrary loan work of a member: its open requests by group, as requester and as supplier. */
export const contract = operation({
  id: 'resource-sharing-count-work',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/members/{memberId}/work',
  summary: 'Count the open requests of a member by what they need',
  permission: [atOwnMember],
  bundleKilobytes: 966,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ requester: counts, supplier: counts }),
  owner: 'other-member',
  refusals: { 'other-member': { status: 403, meaning: 'The caller does not work for loans at this member.' } },
  example: {
    params: { memberId: 'riverton' },
    output: {
      requester: counted({ terms: 1, waiting: 11 }),
      supplier: counted({ 'to-answer': 3 }),
    },
  },
  errorImpact: 'Staff do not see where work waits; the lists themselves still open.',
});
