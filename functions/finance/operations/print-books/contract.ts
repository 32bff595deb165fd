import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { booksMonths } from '../../schemas/books.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Returns the consortium's own books of some months as a file, valid for ten minutes: the trial balance (`csv`), the double-entry journal
 * with the codes of its accounts, or both with what members owe as a workbook (`xlsx`). No cell is a formula.
 */
export const contract = operation({
  id: 'finance-print-books',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/books/files',
  summary: 'Get the consortium’s own books as a file',
  permission: [consortiumReaders],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    ...booksMonths,
    months: z.int().min(1).max(36).default(1).describe('How many months, the last one included'),
    format: z.enum(['csv', 'journal', 'xlsx']),
    language: z.enum(statementLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: {},
  example: {
    body: { to: '2026-11', months: 12, format: 'xlsx' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/consortium/0f5c/books-2025-12-2026-11.xlsx?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  // It shares its module of files with the printing of statements, which writes PDF and reads fonts.
  bundleKilobytes: 1640,
  fonts: true,
  errorImpact: 'The books of the consortium cannot be taken into another system.',
});
