import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { minutesLanguages } from '../../domain/bodies/minutes-draft.ts';
import { exampleBody, exampleMeeting, meetingParams, shownMeetingSchema } from '../../schemas/bodies.ts';

/** Shows a meeting with its agenda, presence, decisions and minutes; the secretary also sees a draft of the minutes, and what belongs on the agenda. */
export const contract = operation({
  id: 'governance-show-meeting',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/bodies/{bodyId}/meetings/{meetingId}',
  summary: 'Show a meeting and its minutes',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  params: meetingParams,
  query: z.strictObject({
    /** The language of the draft of the minutes. */
    language: z.enum(minutesLanguages).optional(),
  }),
  output: shownMeetingSchema,
  owner: { none: 'Bodies and their meetings are open to the staff of all members.' },
  refusals: { 'unknown-meeting': { status: 404, meaning: 'There is no such meeting.' } },
  example: {
    params: { bodyId: exampleBody.bodyId, meetingId: exampleMeeting.meetingId },
    query: {},
    output: {
      ...{ body: exampleBody, meeting: exampleMeeting, actions: [], zone: 'America/New_York', suggested: [] },
      ...{ noticeDays: 7, quorate: false, others: [], mayRun: false },
    },
  },
  errorImpact: 'Nobody sees agendas and minutes, and meetings cannot be minuted; votes of the members continue.',
});
