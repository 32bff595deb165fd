import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { bodyParams, bodyRefusals, bodyWithMeetingsSchema, exampleBody, exampleMeeting } from '../../schemas/bodies.ts';

/** Shows a body with its seats, its last 60 meetings, and its action items. */
export const contract = operation({
  id: 'governance-show-body',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/bodies/{bodyId}',
  summary: 'Show a body and its meetings',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  params: bodyParams,
  output: bodyWithMeetingsSchema,
  owner: { none: 'Bodies and their meetings are open to the staff of all members.' },
  refusals: bodyRefusals,
  example: {
    params: { bodyId: exampleBody.bodyId },
    output: { body: exampleBody, meetings: [exampleMeeting], actions: [], mayRun: false },
  },
  errorImpact: 'Nobody sees meetings and action items; votes of the members continue.',
});
