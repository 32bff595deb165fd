import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleBody, exampleMeeting, meetingParams, publicMinutesSchema } from '../../schemas/bodies.ts';

/** Shows everybody the approved minutes of a public body's meeting with their corrections. */
export const contract = operation({
  id: 'governance-show-public-minutes',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/public-decisions/{bodyId}/{meetingId}',
  summary: 'Show minutes of a public meeting',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  params: meetingParams,
  etag: true,
  sharedSeconds: 300,
  output: publicMinutesSchema,
  refusals: { 'no-minutes': { status: 404, meaning: 'There are no approved minutes of such a meeting.' } },
  example: {
    params: { bodyId: exampleBody.bodyId, meetingId: exampleMeeting.meetingId },
    output: { text: 'Present: Judith Klein', approvedAt: '2026-12-14T19:10:00.000Z', corrections: [] },
  },
  errorImpact: 'The public does not see minutes.',
});
