import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { noStatement } from '../../schemas/statements.ts';

/**
 * Returns the statements of all members of a month as one workbook, valid for ten minutes: a sheet with the sums of each member, and one
 * with the lines of all.
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
  body: z.strictObject({ language: z.enum(statementLanguages).default('eng') }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: noStatement,
  example: {
    params: { month: '2026-10' },
    body: {},
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/consortium/0f5c/2026-10-statements.xlsx?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  // It shares its module of files with the printing of one statement, which writes PDF and reads fonts.
  bundleKilobytes: 1640,
  fonts: true,
  errorImpact: 'The statements of a month are taken into a spreadsheet one by one.',
});
