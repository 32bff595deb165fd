import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { noStatement } from '../../schemas/statements.ts';

/**
 * Returns the statements of all members of a month, valid for ten minutes: one workbook (`xlsx`) with a sheet of the sums of each member and
 * one of the lines of all, or, of a closed month, an archive (`zip`) with the PDF, workbook and e-invoice of each. An archive has 50
 * members: `part` asks for the next ones, and `parts` says how many there are.
 */
export const contract = operation({
  id: 'finance-print-statements',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/files',
  summary: 'Get the statements of all members as one file',
  permission: [consortiumReaders],
  touches: { table: 'read', bucket: 'write' },
  idempotency: 'none',
  params: z.strictObject({ month: monthSchema }),
  body: z.strictObject({
    format: z.enum(['xlsx', 'zip']).default('xlsx'),
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(statementLanguages).default('eng'),
    part: z.int().min(1).max(100).default(1),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string(), parts: z.int() }),
  refusals: {
    ...noStatement,
    'not-closed': { status: 409, meaning: 'Only a closed month has invoices: an archive is made of nothing else.' },
  },
  example: {
    params: { month: '2026-10' },
    body: {},
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/consortium/0f5c/2026-10-statements.xlsx?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
      parts: 1,
    },
  },
  // One full processor: 50 PDFs are made in a call.
  memoryMb: 1769,
  timeoutSeconds: 29,
  // It shares its module of files with the printing of one statement, which writes PDF and reads fonts.
  bundleKilobytes: 1652,
  fonts: true,
  errorImpact: 'The statements of a month are taken into a spreadsheet one by one.',
});
