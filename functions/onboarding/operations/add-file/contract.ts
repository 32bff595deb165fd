import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { kindsInOrder } from '../../domain/files/file-kinds.ts';
import { controlTotalsSchema } from '../../domain/report/control-totals.ts';
import { FILE_DAYS, MAX_LOAD_BYTES } from '../../domain/run.ts';
import { examplePath, feedRefusals, feedSenders, loadPath } from '../../schemas.ts';

/**
 * Adds a file to a load, with the old system's totals of it. The file, CSV with a heading, is uploaded to `upload.url`. As it
 * holds personal data, an apply that rejects none of its rows deletes it, and the bucket deletes it after 7 days in any case.
 * A corrected file is added as another.
 */
export const contract = operation({
  id: 'onboarding-add-file',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/files',
  summary: 'Add a file to a load from an old system',
  permission: feedSenders,
  touches: { table: 'write', bucket: 'write' },
  params: loadPath,
  body: z.strictObject({
    kind: z.enum(kindsInOrder as [(typeof kindsInOrder)[number]]),
    fileName: oneLine(200),
    /** Size of the file in bytes; the upload must have exactly this size. */
    bytes: z.int().min(1),
    control: controlTotalsSchema,
  }),
  status: 201,
  output: z.strictObject({
    fileId: z.string(),
    deletedAfterDays: z.literal(FILE_DAYS),
    upload: z.strictObject({ method: z.literal('PUT'), url: z.url(), expiresAt: z.iso.datetime() }),
  }),
  owner: 'unknown-load',
  refusals: {
    ...feedRefusals,
    'patrons-only': { status: 422, meaning: 'A feed has files of patrons only.' },
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
