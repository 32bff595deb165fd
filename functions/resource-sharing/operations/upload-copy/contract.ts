import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MAX_COPY_BYTES } from '../../domain/copies/copy-file.ts';
import { atIllOrDesk, onAskSchema, requestPath, requestRefusals, workflowRefusals } from '../../schemas/requests.ts';

/**
 * Prepares the upload of a scan by the supplier, or by the requester's staff of a copy that came by other means than a
 * link (`askId` is then the ask by which it came, and `deliver-copy` follows). The file is sent to `upload.url` with
 * `upload.headers` within a quarter of an hour; `supply-copy` then sends the supplier's copy. A file that is never sent
 * is deleted after a week. Its name only determines its type and is not stored.
 */
export const contract = operation({
  id: 'resource-sharing-upload-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/copy',
  summary: 'Open the upload of a copy for a loan request',
  permission: [atIllOrDesk],
  touches: { table: 'write', bucket: 'write' },
  params: requestPath,
  body: z.strictObject({
    ...onAskSchema.shape,
    fileName: oneLine(200),
    /** The exact size of the file in bytes. */
    bytes: z.number().int().min(1),
  }),
  status: 201,
  output: z.strictObject({
    documentId: z.string(),
    upload: z.strictObject({
      method: z.literal('PUT'),
      url: z.url(),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.iso.datetime(),
    }),
  }),
  owner: 'unknown-request',
  refusals: {
    'unknown-request': requestRefusals['unknown-request'],
    'no-such-ask': workflowRefusals['no-such-ask'],
    'ask-closed': workflowRefusals['ask-closed'],
    'not-in-this-state': workflowRefusals['not-in-this-state'],
    'loan-wanted': workflowRefusals['loan-wanted'],
    'unknown-format': { status: 415, meaning: 'A copy is a PDF, TIFF, JPEG or PNG file.' },
    'file-too-large': { status: 413, meaning: `A copy has at most ${MAX_COPY_BYTES} bytes: make it smaller.` },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {
      branchId: 'ashgrove.reading',
      askId: 'ask_01kb0000000000000000000000',
      fileName: 'scan-0042.pdf',
      bytes: 812_345,
    },
    output: {
      documentId: 'doc_01kb0000000000000000000000',
      upload: {
        method: 'PUT',
        url: 'https://bucket.example.org/ill-copies/doc_01kb0000000000000000000000.pdf?signature=abc',
        headers: {},
        expiresAt: '2026-11-24T15:15:00.000Z',
      },
    },
  },
  bundleKilobytes: 982,
  errorImpact: 'Suppliers cannot send scans.',
});
