import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import type { BillView, ReconciliationView } from '../domain/cloud-bills/view-schema.ts';

export const monthPath = z.strictObject({ month: monthSchema });

export const noReport = {
  'no-report': {
    status: 404,
    meaning: 'The month has not begun, has no price book, or there is no member to share its costs.',
  },
} as const;

const amount = (shown: string) => ({ shown, exact: `${shown}000000` });
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** An imported bill, for examples. */
export const exampleBill: BillView = {
  billId: 'pbl_01kb0000000000000000000000',
  month: '2026-10',
  fileName: 'concord-00001.csv.gz',
  bytes: 812_345,
  sha256,
  sentBy: 'staff:stf_01kb0000000000000000000000',
  openedAt: '2026-11-08T09:00:00.000Z',
  state: 'taken',
  readAt: '2026-11-08T09:00:09.000Z',
  format: 'cur-2.0',
  lines: 24_310,
  total: amount('103.120000'),
  currency: 'USD',
  snapshot: sha256,
};

/** A month in which one service was billed 3 % higher than metered, with additional tax, for examples. */
export const exampleReconciliation: ReconciliationView = {
  month: '2026-10',
  currency: 'USD',
  minorDigits: 2,
  provisionalUntil: '2026-11-10',
  synthetic: false,
  bills: [exampleBill],
  reconciled: {
    bill: exampleBill,
    metered: amount('100.000000'),
    billed: amount('103.120000'),
    difference: amount('3.120000'),
    rows: [
      {
        service: 'Lambda',
        exact: true,
        metered: amount('100.000000'),
        billed: amount('103.000000'),
        difference: amount('3.000000'),
        percent: '3.00',
        factor: '1.030000',
        meters: [
          {
            meter: 'lambda-gb-second',
            unit: 'GB-second',
            quantity: '7500000.000000',
            billedQuantity: '7725000.000000',
            metered: amount('100.000000'),
            billed: amount('103.000000'),
          },
        ],
      },
    ],
    billedOnly: [{ id: 'tax:Lambda', category: 'tax', service: 'Lambda', usageType: '', cost: amount('0.120000') }],
    exceptions: [
      {
        id: 'beyond-tolerance:Lambda',
        kind: 'beyond-tolerance',
        service: 'Lambda',
        difference: amount('3.000000'),
        open: false,
        accepted: {
          reason: 'Retries of a failed load, asked of the supplier in case 4711.',
          by: 'staff:stf_01kb0000000000000000000000',
          at: '2026-11-08T10:00:00.000Z',
        },
        effect: [{ member: 'riverton', amount: amount('3.000000') }],
      },
      {
        ...{ id: 'tax:Lambda', kind: 'tax', service: 'Lambda', difference: amount('0.120000'), open: false },
        effect: [{ member: 'riverton', amount: amount('0.120000') }],
      },
    ],
    settled: true,
    calibrated: {
      total: amount('103.120000'),
      left: amount('0.000000'),
      rounded: 10_312,
      members: [{ member: 'riverton', rounded: 10_312 }],
    },
  },
};
