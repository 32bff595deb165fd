import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { LineTerms, Order } from '../domain/order.ts';
import type { Vendor } from '../domain/vendor.ts';

const at = { member: 'path.memberId' } as const;

/** Who orders: the staff of acquisitions of the library. */
export const orderWriters: readonly Permission[] = [{ who: 'staff', roles: ['acquisitions'], at }];

/** Who acts on orders: those who order, and those who approve. */
export const orderActors: readonly Permission[] = [
  { who: 'staff', roles: ['acquisitions', 'member-finance', 'member-admin'], at },
];

/** A vendor, for examples in contracts. */
export const exampleVendor: Vendor = {
  ...{ memberId: 'riverton', code: 'MIDWEST', name: 'Midwest Library Books', account: 'RIV-2041' },
  ...{ email: 'orders@midwest.example', san: '1697536', discount: 2_500, claimAfterDays: 45, isActive: true, v: 1 },
};

/** A line of an order as it is written, for examples in contracts. */
export const exampleLine: LineTerms = {
  ...{ title: 'The left hand of darkness', isbn: '9780441478125' },
  price: { printed: 4, printedPrice: 1_520, electronic: 0, electronicPrice: 0, discount: 2_500, tax: 0, added: 500 },
  shares: [{ fund: 'BOOKS-ADULT', percent: 10_000 }],
};

const by = 'staff:stf_01kb0000000000000000000000';

/** An order, for examples in contracts. */
export const exampleOrder: Order = {
  ...{ orderId: 'ord_01kb0000000000000000000000', memberId: 'riverton', number: '2026-27/00042', currency: 'EUR' },
  ...{ year: '2026-27', vendor: 'MIDWEST', state: 'placed', total: 5_060, preparedBy: by, v: 2 },
  lines: [
    {
      ...{ ...exampleLine, number: 1, net: 4_560, tax: 0, total: 5_060, received: 0 },
      encumbrances: [{ fund: 'BOOKS-ADULT', amount: 5_060 }],
    },
  ],
  steps: [
    { act: 'write', by, at: '2026-11-24T10:00:00.000Z' },
    { act: 'place', by, at: '2026-11-24T10:05:00.000Z' },
  ],
};

/** Refusals about one order. */
export const orderRefusals = {
  'unknown-order': { status: 404, meaning: 'The library has no such order.' },
  'changed-meanwhile': { status: 409, meaning: 'The order was changed since you read it: look again.' },
  'order-state': { status: 409, meaning: 'The state of the order does not allow it.' },
} as const;
