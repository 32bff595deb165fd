import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchSchema, exampleBatch, letterWriters } from '../../schemas.ts';

/**
 * Returns the address of a batch's PDF, valid for ten minutes, and records that it was printed. A second call returns the same file,
 * byte for byte, or without a letter whose patron was erased meanwhile. Letters are stored for 90 days.
 */
export const contract = operation({
  id: 'notices-print-letters',
  context: 'notices',
  service: 'circulation',
  method: 'POST',
  path: '/v1/notices/members/{memberId}/letter-batches/{batchId}/prints',
  summary: 'Print a batch of letters',
  permission: letterWriters,
  assurance: 'full',
  touches: { table: 'write', bucket: 'write' },
  idempotency: 'none',
  params: z.strictObject({ memberId: memberIdSchema, batchId: z.string().min(1).max(64) }),
  output: z.strictObject({ batch: batchSchema, url: z.string(), expiresAt: z.string() }),
  owner: 'batch-unknown',
  refusals: {
    'batch-unknown': { status: 404, meaning: 'There is no such batch.' },
    'letters-gone': { status: 410, meaning: 'No letter of this batch is stored any more.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else printed it at the same moment: ask again.' },
  },
  example: {
    params: { memberId: 'riverton', batchId: exampleBatch.batchId },
    output: {
      batch: { ...exampleBatch, printedAt: '2026-11-24T15:05:00.000Z', prints: 1 },
      url: 'https://bucket.s3.amazonaws.com/letters/riverton/ltr_01kb0000000000000000000000.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:15:00.000Z',
    },
  },
  // Letters are printed a few times a week, slips once or twice a day; the code that writes PDF and reads fonts is larger than all the
  // rest.
  bundleKilobytes: 1575,
  fonts: true,
  errorImpact: 'Letters to patrons without e-mail cannot be printed.',
});
