import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { homeContentSchema } from '../../domain/home/home-page.ts';
import { exampleEvent, examplePick } from '../../schemas/home.ts';

const content = { picks: [examplePick], events: [exampleEvent] };

/**
 * Replaces what a library recommends and announces; audited. Each title must be one that everybody may see, each event at a branch of the
 * library and not over.
 */
export const contract = operation({
  id: 'discovery-set-home',
  context: 'discovery',
  service: 'search',
  method: 'PUT',
  path: '/v1/discovery/members/{memberId}/home',
  summary: 'Set the recommended titles and events of a library',
  permission: [
    { who: 'staff', roles: ['cataloguer', 'desk-supervisor', 'member-admin'], at: { member: 'path.memberId' } },
    { who: 'staff', roles: ['admin'], at: 'consortium' },
  ],
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  /** `v`: the version that was read. */
  body: homeContentSchema.extend({ v: z.int().min(0) }),
  output: homeContentSchema.extend({ v: z.int().min(1) }),
  refusals: {
    'changed-meanwhile': { status: 409, meaning: 'Others changed the titles or events since `v` was read.' },
    'unknown-record': { status: 422, meaning: 'There is no such record, or not everybody may see it.' },
    'unknown-branch': { status: 422, meaning: 'The library has no such branch.' },
    'event-over': { status: 422, meaning: 'The event is over already: correct its day, or remove it.' },
  },
  namedOwner: 'unknown-branch',
  example: { params: { memberId: 'riverton' }, body: { ...content, v: 2 }, output: { ...content, v: 3 } },
  errorImpact: 'Staff cannot change recommended titles and events; those that were set stay.',
});
