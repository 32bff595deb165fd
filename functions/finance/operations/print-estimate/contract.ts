import * as z from 'zod';
import { paperSizes } from '../../../../layers/kernel/text/paper-size.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { statementLanguages } from '../../domain/statements/files/statement-texts.ts';
import { estimateQuery } from '../../schemas/estimate-query.ts';

/** Returns an estimate of the whole cost as a PDF, valid for ten minutes. Anyone may ask: it contains prices and what was typed alone. */
export const contract = operation({
  id: 'finance-print-estimate',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/estimate/files',
  summary: 'Get an estimate as a file',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', sizes: 'configured', bucket: 'write' },
  idempotency: 'none',
  query: z.strictObject(estimateQuery),
  body: z.strictObject({
    paper: z.enum(paperSizes).default('A4'),
    language: z.enum(statementLanguages).default('eng'),
  }),
  output: z.strictObject({ url: z.string(), expiresAt: z.string() }),
  refusals: {
    'no-report': { status: 404, meaning: 'No price book is in force in that month.' },
  },
  example: {
    query: { members: '40' },
    body: { language: 'eng' },
    output: {
      url: 'https://bucket.s3.amazonaws.com/statement-files/consortium/0f5c/estimate-2026-11.pdf?X-Amz-Signature=0',
      expiresAt: '2026-11-24T15:10:00.000Z',
    },
  },
  bundleKilobytes: 1640,
  fonts: true,
  errorImpact: 'Nobody can print an estimate.',
});
