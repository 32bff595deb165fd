import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchPath, MOST_SLIPS, printedFile, printOptions, slipPrinters } from '../../schemas/slips.ts';

/**
 * Prints pull slips for what the branch is to fetch for requests, as a PDF in shelf order: four on a sheet, each with
 * the request's number as a barcode. At most 100 at once; `left` counts the remaining ones. No slip names a patron.
 */
export const contract = operation({
  id: 'resource-sharing-print-pull-slips',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/branches/{branchId}/pull-slips',
  summary: 'Print the pull slips of a branch for other libraries',
  permission: slipPrinters,
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: branchPath,
  body: z.strictObject({ ...printOptions, skip: z.int().min(0).max(100_000).default(0) }),
  output: z.strictObject({ ...printedFile, left: z.number().int() }),
  refusals: {
    'nothing-to-fetch': {
      status: 409,
      meaning: `Nothing is to be fetched (after the first \`skip\`); a file has at most ${MOST_SLIPS} slips.`,
    },
  },
  example: {
    params: { branchId: 'ashgrove.reading' },
    body: { paper: 'A4', language: 'eng' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/ill-slips/ashgrove.reading/0f5c.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
      slips: 12,
      left: 0,
    },
  },
  // A desk prints letters a few times a week, slips once or twice a day; what writes PDF and reads fonts is larger than all the
  // rest.
  bundleKilobytes: 1900,
  fonts: true,
  errorImpact: 'Staff cannot print the pull slips of loan requests; the queue still shows them.',
});
