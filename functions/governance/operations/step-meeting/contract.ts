import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { meetingSchema } from '../../domain/bodies/meeting.ts';
import { bodyParams, bodyRefusals, exampleBody, exampleMeeting, meetingStepSchema } from '../../schemas/bodies.ts';

/**
 * Plans a meeting of a body, or takes the next step of one: call it, record who is present and what is decided, end it, write and approve its
 * minutes, correct them afterwards, or cancel it. The call is sent to who holds a seat and to alternates, where the deployment has a sender of e-mail.
 */
export const contract = operation({
  id: 'governance-step-meeting',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/bodies/{bodyId}/meetings',
  summary: 'Plan, call, hold and minute a meeting',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write', email: true, site: true },
  timeoutSeconds: 29,
  params: bodyParams,
  body: z.strictObject({
    /** The meeting, and its version as it was read; a new meeting when absent. */
    ...{ meetingId: z.string().min(1).max(40).optional(), v: z.int().min(1).optional() },
    step: meetingStepSchema,
  }),
  status: 201,
  output: meetingSchema,
  namedOwner: { none: 'The secretary of the consortium runs the meetings of all bodies.' },
  refusals: {
    ...bodyRefusals,
    'unknown-meeting': { status: 404, meaning: 'There is no such meeting of the body.' },
    'unknown-proposal': { status: 422, meaning: 'There is no such proposal under discussion.' },
    'unknown-agenda-item': { status: 422, meaning: 'The agenda has no such item.' },
    'unknown-seat': { status: 422, meaning: 'Nobody holds such a seat on the day of the meeting.' },
    'meeting-changed': { status: 409, meaning: 'It was changed meanwhile: read it again.' },
    'wrong-state': { status: 409, meaning: 'The state of the meeting does not allow this step.' },
    'minutes-approved': { status: 409, meaning: 'The minutes are approved: only corrections are added.' },
    'agenda-published': { status: 409, meaning: 'The agenda of a public body does not change after the call.' },
    'empty-agenda': { status: 422, meaning: 'A meeting is called with an agenda.' },
    'called-too-late': { status: 422, meaning: 'There are fewer clear days until the meeting than its notice needs.' },
    inquorate: { status: 422, meaning: 'Too few seats were represented at that time.' },
    'not-present': { status: 422, meaning: 'Only seats that were represented at that time vote, once each.' },
    'by-name': { status: 422, meaning: 'The votes of a public body are recorded by name.' },
    'not-in-the-meeting': { status: 422, meaning: 'The time is before the meeting, after its end, or in the future.' },
    'not-a-later-meeting': {
      status: 422,
      meaning: 'Minutes are approved by a later meeting of the body that has begun.',
    },
  },
  example: {
    params: { bodyId: exampleBody.bodyId },
    body: { meetingId: exampleMeeting.meetingId, v: 1, step: { do: 'call' } },
    output: exampleMeeting,
  },
  errorImpact: 'Meetings cannot be called or minuted; votes of the members continue.',
});
