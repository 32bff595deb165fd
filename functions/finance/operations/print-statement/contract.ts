import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { consortiumReaders, memberReadersByPath } from '../../schemas/readers.ts';
import { noStatement } from '../../schemas/statements.ts';

/**
 * Returns a member’s statement as a file, valid for ten minutes: its lines (`csv`), a workbook (`xlsx`), for printing (`pdf`), a
 * double-entry journal of the member’s own books, FOCUS 1.2, or (`ubl`) an e-invoice in
 * UBL 2.1 by EN 16931 and Peppol BIS Billing 3. Totals are equal in all; no cell is a formula.
 */
export const contract = operation({
  id: 'finance-print-statement',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/statements/{memberId}/files',
  summary: 'Get a member’s statement as a file',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: z.strictObject({ month: monthSchema, memberId: memberIdSchema }),
  body: z.strictObject({
    format: z.enum(['csv', 'xlsx', 'pdf', 'journal', 'focus', 'ubl']),
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(statementLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: {
    ...noStatement,
    'no-e-invoice': {
      status: 409,
      meaning:
        'It is no booked invoice or credit note, or the rules for billing lack what `why` names: an address, or a number of a party.',
    },
  },
  example: {
    params: { month: '2026-10', memberId: 'riverton' },
    body: { format: 'pdf' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/riverton/0f5c/2026-10-riverton.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  // The code that writes PDF and reads fonts is larger than all the rest, and is used rarely.
  bundleKilobytes: 1655,
  fonts: true,
  errorImpact: 'Statements cannot be taken into another system or printed.',
});
