import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleBody, exampleMeeting, publicDecisionsSchema } from '../../schemas/bodies.ts';

/** Shows everybody the public bodies: who holds their seats, agendas from the call on, decisions, and the register of what the members decided. */
export const contract = operation({
  id: 'governance-show-public-decisions',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/public-decisions',
  summary: 'Show public meetings and decisions',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  etag: true,
  sharedSeconds: 300,
  output: publicDecisionsSchema,
  refusals: {},
  example: {
    output: {
      zone: 'America/New_York',
      bodies: [
        {
          ...{ bodyId: exampleBody.bodyId, name: exampleBody.name, kind: 'council', purpose: 'Decides on services.' },
          seats: [{ name: 'Riverton', holder: 'Judith Klein', until: '2028-06-30', memberId: 'riverton' }],
        },
      ],
      meetings: [
        {
          ...{ meetingId: exampleMeeting.meetingId, bodyId: exampleBody.bodyId, state: 'called' },
          ...{ startsAt: exampleMeeting.startsAt, place: exampleMeeting.place },
          agenda: [{ kind: 'text', title: 'Courier routes of next year' }],
        },
      ],
      decisions: [
        {
          ...{ proposalId: 'cpr_01kb0000000000000000000000', title: 'Lend films for two weeks', outcome: 'carried' },
          ...{ decidedAt: '2026-12-08T17:05:00.000Z', kind: 'loan-rules', version: 15 },
        },
      ],
    },
  },
  errorImpact: 'The public does not see agendas and decisions.',
});
