import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { meterNames } from '../../domain/pricing/meters.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/**
 * Returns the lines and totals of a month as a file for a spreadsheet (RFC 4180): the same figures as the JSON, each meter in a separate
 * column, in its billed unit.
 */
export const contract = operation({
  id: 'finance-get-month-csv',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}/csv',
  summary: 'Download what a month cost as CSV',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read', sizes: 'configured' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({ member: z.string().min(1).max(64).optional() }),
  produces: 'text/csv',
  output: z.string(),
  refusals: {
    'no-report': {
      status: 404,
      meaning: 'The month has not begun, has no price book, or there is no member to share its costs.',
    },
  },
  example: {
    params: { month: '2026-11' },
    query: { member: 'riverton' },
    output:
      `row,month,synthetic,member,category,pool,service,operation,events,amount,exact,rounded,currency,price_book,provisional_until,${meterNames.join()}\r\n` +
      `total,2026-11,no,,,,,,,12.500000,12.500000000000,12.50,USD,us-east-1/2024-11-01/8,2026-12-10${','.repeat(meterNames.length)}\r\n`,
  },
  errorImpact: 'Finance staff cannot take a month into a spreadsheet.',
});
