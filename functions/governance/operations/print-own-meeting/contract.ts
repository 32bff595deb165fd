import * as z from 'zod';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { minutesLanguages } from '../../domain/bodies/minutes-draft.ts';
import {
  exampleBody,
  exampleMeeting,
  exampleSeatSecret,
  meetingParams,
  seatSecretSchema,
  sessionRefusal,
} from '../../schemas/bodies.ts';

/** Returns the pack of a called meeting as a PDF to a person who signed in by a mailed link and holds a seat of its body, valid for ten minutes. */
export const contract = operation({
  id: 'governance-print-own-meeting',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/own-seats/{bodyId}/{meetingId}/packs',
  summary: 'Get the pack of a meeting of an own body as a PDF',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: meetingParams,
  body: z.strictObject({
    session: seatSecretSchema,
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(minutesLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: {
    ...sessionRefusal,
    'unknown-meeting': { status: 404, meaning: 'There is no such called meeting of an own body.' },
  },
  example: {
    params: { bodyId: exampleBody.bodyId, meetingId: exampleMeeting.meetingId },
    body: { session: exampleSeatSecret, language: 'eng' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/meeting-packs/0f5c/meeting-2026-11-24.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  bundleKilobytes: 1500,
  fonts: true,
  errorImpact: 'Members of bodies who are not staff get no meeting packs; the agenda remains on their page.',
});
