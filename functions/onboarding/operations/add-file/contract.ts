import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { controlTotalsSchema } from '../../domain/control-totals.ts';
import { kindsInOrder } from '../../domain/file-kinds.ts';
import { FILE_DAYS, MAX_LOAD_BYTES } from '../../domain/run.ts';
import { feeders } from '../../schemas/permissions.ts';
import { examplePath, feedRefusals, loadPath } from '../../schemas/shapes.ts';

/**
 * Adds a file to a load, with the old system's own totals of it. The file, CSV with a heading, is sent to `upload.url`. It holds
 * people, so it is kept no longer than it serves: an apply that rejects nothing of it deletes it, and the bucket does after
 * 7 days whatever became of it. A file that was mended is added as another.
 */
export const contract = operation({
  id: 'onboarding-add-file',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/files',
  summary: 'Add a file to a load from an old system',
  permission: feeders,
  touches: { table: 'write', bucket: 'write' },
  params: loadPath,
  body: z.strictObject({
    kind: z.enum(kindsInOrder as [(typeof kindsInOrder)[number]]),
    fileName: z.string().trim().min(1).max(200),
    /** Size of the file in bytes; exactly so many must be sent. */
    bytes: z.int().min(1),
    control: controlTotalsSchema,
  }),
  status: 201,
  output: z.strictObject({
    fileId: z.string(),
    deletedAfterDays: z.literal(FILE_DAYS),
    upload: z.strictObject({ method: z.literal('PUT'), url: z.url(), expiresAt: z.iso.datetime() }),
  }),
  refusals: {
    ...feedRefusals,
    'patrons-only': { status: 422, meaning: 'A feed has files of patrons alone.' },
    'file-too-large': { status: 413, meaning: `A file has at most ${MAX_LOAD_BYTES} bytes: split it.` },
  },
  example: {
    params: examplePath,
    body: { kind: 'bills', fileName: 'bills.csv', bytes: 120, control: { records: 2, sum: 1740 } },
    output: {
      fileId: 'lfl_01kb0000000000000000000000',
      deletedAfterDays: 7,
      upload: {
        method: 'PUT',
        url: 'https://bucket.example.org/onboarding/lod_01kb/lfl_01kb/file?signature=abc',
        expiresAt: '2026-11-24T11:05:00.000Z',
      },
    },
  },
  errorImpact: 'Files of an old system cannot be sent.',
});
