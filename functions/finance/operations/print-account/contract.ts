import * as z from 'zod';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { accountDays, accountParams } from '../../schemas/accounts.ts';
import { consortiumReaders, memberReadersByPath } from '../../schemas/readers.ts';

/**
 * Returns a member’s statement of account as a file, valid for ten minutes: its lines, balances and ages (`csv`), a workbook (`xlsx`),
 * for printing (`pdf`), or the double-entry journal of its lines from the ledger. Totals are equal in all; no cell is a formula.
 */
export const contract = operation({
  id: 'finance-print-account',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/files',
  summary: 'Get a member’s statement of account as a file',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: accountParams,
  body: accountDays.extend({
    format: z.enum(['csv', 'xlsx', 'pdf', 'journal']),
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(statementLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    body: { format: 'pdf', from: '2026-10-01', to: '2026-10-31' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/riverton/0f5c/account-2026-10-01-2026-10-31-riverton.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  // The code that writes PDF and reads fonts is larger than all the rest, and is used rarely.
  bundleKilobytes: 1640,
  fonts: true,
  errorImpact: 'Statements of account cannot be taken into another system or printed.',
});
