import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { actionItemSchema } from '../../domain/bodies/meeting.ts';
import { bodyParams, exampleAction, exampleBody } from '../../schemas/bodies.ts';

/** Writes what somebody does until a day after a meeting. It stays on agendas until it is done or dropped. */
export const contract = operation({
  id: 'governance-add-action-item',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/bodies/{bodyId}/action-items',
  summary: 'Add an action item',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write' },
  params: bodyParams,
  body: z.strictObject({
    meetingId: z.string().min(1).max(40),
    ...{ title: oneLine(160), owner: oneLine(120), dueOn: z.iso.date() },
  }),
  status: 201,
  output: actionItemSchema,
  namedOwner: { none: 'The secretary of the consortium writes the action items of all bodies.' },
  refusals: {
    'unknown-meeting': { status: 404, meaning: 'There is no such meeting of the body.' },
    'action-changed': { status: 409, meaning: 'It was settled or changed meanwhile.' },
  },
  example: {
    params: { bodyId: exampleBody.bodyId },
    body: {
      meetingId: exampleAction.meetingId,
      title: exampleAction.title,
      owner: 'Judith Klein',
      dueOn: '2027-01-15',
    },
    output: exampleAction,
  },
  errorImpact: 'Action items cannot be written; meetings can be held.',
});
