import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { requestIdSchema, requestRefusals } from '../../schemas/requests.ts';
import { branchPath, MOST_SLIPS, printedFile, printOptions, slipPrinters } from '../../schemas/slips.ts';

/**
 * Prints packing slips for copies in transit, as a PDF: out from a supplier, or home from a requester, by the branch’s
 * role in each request. With recipient, sender, item, due date, conditions and the request’s number as a barcode; three
 * on a sheet.
 */
export const contract = operation({
  id: 'resource-sharing-print-packing-slips',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/branches/{branchId}/packing-slips',
  summary: 'Print the packing slips of loans',
  permission: slipPrinters,
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: branchPath,
  body: z.strictObject({ ...printOptions, requestIds: z.array(requestIdSchema).min(1).max(MOST_SLIPS) }),
  output: z.strictObject(printedFile),
  namedOwner: 'unknown-request',
  refusals: { 'unknown-request': requestRefusals['unknown-request'] },
  example: {
    params: { branchId: 'ashgrove.reading' },
    body: { requestIds: ['req_01kb0000000000000000000000'] },
    output: {
      url: 'https://bucket.s3.amazonaws.com/ill-slips/ashgrove.reading/0f5c.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
      slips: 1,
    },
  },
  // A desk prints letters a few times a week, slips once or twice a day; what writes PDF and reads fonts is larger than all the
  // rest.
  bundleKilobytes: 1910,
  fonts: true,
  errorImpact: 'Items travel without a slip with destination and due date.',
});
