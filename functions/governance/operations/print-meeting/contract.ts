import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { minutesLanguages } from '../../domain/bodies/minutes-draft.ts';
import { exampleBody, exampleMeeting, meetingParams } from '../../schemas/bodies.ts';

/**
 * Returns the pack of a meeting as a PDF, valid for ten minutes: the agenda, and for each item its paper: the latest text of a proposal
 * with the statements for and against, the minutes to be approved, the action item, or the decision to be reviewed.
 */
export const contract = operation({
  id: 'governance-print-meeting',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/bodies/{bodyId}/meetings/{meetingId}/packs',
  summary: 'Get the pack of a meeting as a PDF',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: meetingParams,
  body: z.strictObject({
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(minutesLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  owner: { none: 'Bodies and their meetings are open to the staff of all members.' },
  refusals: { 'unknown-meeting': { status: 404, meaning: 'There is no such meeting.' } },
  example: {
    params: { bodyId: exampleBody.bodyId, meetingId: exampleMeeting.meetingId },
    body: { language: 'eng' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/meeting-packs/0f5c/meeting-2026-11-24.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  bundleKilobytes: 1500,
  fonts: true,
  errorImpact: 'Members of bodies get no meeting packs; the agenda and its papers remain on the pages.',
});
