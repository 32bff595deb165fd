import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  exampleBody,
  exampleMeeting,
  exampleSeatSecret,
  ownSeatsSchema,
  seatSecretSchema,
  sessionRefusal,
} from '../../schemas/bodies.ts';

/**
 * Shows a person who signed in by a mailed link the bodies of the own seats: agendas from their call, decisions, minutes, and open action items. What
 * is shown follows the seats of today. The secret of the session is in the body, because addresses are logged.
 */
export const contract = operation({
  id: 'governance-show-own-seats',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/own-seats',
  summary: 'Show the bodies of the own seats',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({ session: seatSecretSchema }),
  output: ownSeatsSchema,
  refusals: sessionRefusal,
  example: {
    body: { session: exampleSeatSecret },
    output: {
      ...{ name: 'Judith Klein', zone: 'America/New_York' },
      bodies: [
        {
          ...{ bodyId: exampleBody.bodyId, name: exampleBody.name, kind: 'council', purpose: 'Decides on services.' },
          seats: [{ seat: 'Riverton', isAlternate: false, until: '2028-06-30' }],
          meetings: [
            {
              ...{ meetingId: exampleMeeting.meetingId, state: 'called', startsAt: exampleMeeting.startsAt },
              ...{ place: exampleMeeting.place, agenda: [{ kind: 'text', title: 'Courier routes of next year' }] },
            },
          ],
          actions: [],
        },
      ],
    },
  },
  errorImpact: 'Members of bodies who are not staff do not see agendas and minutes.',
});
