import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleBill, monthPath } from '../../schemas/bills.ts';

/** The maximum size of a bill's file, in bytes as sent. */
const MOST = 256 * 1024 * 1024;

/**
 * Announces the bill of a month: an export of AWS Data Exports (CUR 2.0, FOCUS 1.0 or 1.2) as CSV, optionally gzipped. The file is sent
 * to `upload.url`; its arrival imports it, or refuses it entirely. Of several bills for a month the latest counts.
 */
export const contract = operation({
  id: 'finance-open-bill',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/months/{month}/bills',
  summary: 'Send the platform’s bill of a month',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'write' },
  params: monthPath,
  body: z.strictObject({
    fileName: oneLine(200),
    /** Size of the file in bytes; exactly this many must be sent. */
    bytes: z.int().min(1),
    /** SHA-256 of the file in hex: no other file is accepted for this bill. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The invoice's total, in its currency, e.g. `103.12`: the only way to detect missing rows. */
    invoiced: z
      .string()
      .regex(/^-?\d{1,12}(\.\d{1,4})?$/)
      .optional(),
  }),
  status: 201,
  output: z.strictObject({
    billId: z.string(),
    upload: z.strictObject({ method: z.literal('PUT'), url: z.url(), expiresAt: z.iso.datetime() }),
  }),
  refusals: {
    'file-too-large': {
      status: 413,
      meaning: `The file of a bill has at most ${MOST} bytes: pack it, or export by day.`,
    },
    'not-begun': { status: 409, meaning: 'The month has not begun: there is no bill of it.' },
    'no-price-book': { status: 409, meaning: 'No price book is in force in that month: its use has no cost.' },
  },
  example: {
    params: { month: '2026-10' },
    body: { fileName: exampleBill.fileName, bytes: exampleBill.bytes, sha256: exampleBill.sha256, invoiced: '103.12' },
    output: {
      billId: exampleBill.billId,
      upload: {
        method: 'PUT',
        url: 'https://bucket.example.org/bills/2026-10/pbl_01kb/file?signature=abc',
        expiresAt: '2026-11-08T10:00:00.000Z',
      },
    },
  },
  errorImpact: 'The metered use cannot be compared with the bill.',
});
