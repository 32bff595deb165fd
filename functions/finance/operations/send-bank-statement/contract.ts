import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MAX_FILE_LENGTH } from '../../../../layers/protocols/bank-statements/bank-statement.ts';
import { accountWriters } from '../../schemas/accounts.ts';
import { exampleStatement, shownStatementSchema } from '../../schemas/bank-statements.ts';

/**
 * Reads a file of the consortium’s bank, CAMT.053 (ISO 20022) or BAI2, and stores its account statements: entirely or not at all, each
 * once. No payment is booked by it.
 */
export const contract = operation({
  id: 'finance-send-bank-statement',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/bank-statements',
  summary: 'Send account statements of the bank',
  permission: accountWriters,
  touches: { table: 'write' },
  // A statement is stored once by its own number.
  idempotency: 'none',
  body: z.strictObject({ fileName: oneLine(200), file: z.string().min(1).max(MAX_FILE_LENGTH) }),
  status: 201,
  output: z.strictObject({ statements: z.array(shownStatementSchema.extend({ isNew: z.boolean() })) }),
  refusals: {
    unreadable: { status: 422, meaning: 'It is no CAMT.053 or BAI2, its sums differ, or it is too large.' },
    'other-entries': { status: 409, meaning: 'A statement of this number and account was sent with other entries.' },
  },
  example: {
    body: { fileName: 'camt053.xml', file: '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">…' },
    output: { statements: [{ ...exampleStatement, isNew: true }] },
  },
  errorImpact: 'Payments by bank are entered one by one.',
});
