import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { amountSchema } from '../../domain/usage-report/view-schema.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

const count = z.number().nonnegative();
const requestSchema = z.strictObject({
  requestId: z.string(),
  at: z.iso.datetime(),
  status: z.int(),
  /** The deciding rule of the attribution policy. */
  because: z.string(),
  invocations: count,
  megabyteMs: count,
  writeUnits: count,
  readUnits: count,
  bytesOut: count,
  amount: amountSchema,
});

/**
 * Lists the requests behind one operation of a member on a day (UTC), each with its cost at the month's prices. Request ids only, no
 * patron. `member` may be a pool: public-use, consortium, unattributed (consortium staff only).
 */
export const contract = operation({
  id: 'finance-list-requests',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/days/{day}/requests',
  summary: 'Open an operation to its requests',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read', bucket: 'read', sizes: 'configured' },
  // A file of a packed day contains 20,000 requests, some megabytes of text.
  memoryMb: 1024,
  params: z.strictObject({ day: z.iso.date() }),
  query: z.strictObject({
    member: z.string().min(1).max(64),
    operation: z.string().min(1).max(100),
    after: z.string().max(4096).optional(),
  }),
  output: z.strictObject({
    day: z.iso.date(),
    member: z.string(),
    operation: z.string(),
    currency: z.string(),
    /** True when the month's use is synthetic demo data: it has only sums and no requests. */
    synthetic: z.boolean(),
    /** True when use arrived after the month's statements were written: it is included here, and costs use today's sums. */
    laterUse: z.boolean().optional(),
    requests: z.array(requestSchema),
    next: z.string().optional(),
  }),
  refusals: {
    'no-report': {
      status: 404,
      meaning: 'The month has not begun, has no price book, or there is no member to share its costs.',
    },
    'bad-cursor': { status: 400, meaning: 'The cursor is not one of this list: start from the beginning.' },
  },
  example: {
    params: { day: '2026-11-24' },
    query: { member: 'riverton', operation: 'circulation-check-out' },
    output: {
      day: '2026-11-24',
      member: 'riverton',
      operation: 'circulation-check-out',
      currency: 'USD',
      synthetic: false,
      requests: [
        {
          requestId: 'fX2pLgjuoAMEVrw=',
          at: '2026-11-24T10:00:00.000Z',
          status: 201,
          because: 'staff-workplace',
          invocations: 1,
          megabyteMs: 12_288,
          writeUnits: 6,
          readUnits: 1.5,
          bytesOut: 911,
          amount: { shown: '0.000006', exact: '0.000005912340' },
        },
      ],
    },
  },
  errorImpact: 'A cost cannot be traced to the requests behind it.',
});
