import { type ChargeName, chargeId } from '../../functions/resource-sharing/domain/charges/charges.ts';
import type { StatementLine } from '../../functions/resource-sharing/domain/charges/statement.ts';

const titles: Record<ChargeName, [kind: string, title: string]> = {
  loan: ['ill-loan-charged', 'Loan between libraries'],
  copy: ['ill-copy-charged', 'Copy between libraries'],
  replacement: ['ill-replacement-charged', 'Lost loan between libraries'],
  damage: ['ill-damage-charged', 'Damaged loan between libraries'],
  'loan-claim': ['ill-loan-charged', 'Loan between libraries'],
  'copy-claim': ['ill-copy-charged', 'Copy between libraries'],
};

const line = (number: number, charge: ChargeName, on: string, more: Partial<StatementLine>): StatementLine => {
  const requestId = `req_${number}`;
  const [kind, title] = titles[charge];
  return {
    ...{ entryId: chargeId(requestId, `ask_${number}`, charge), at: `${on}T10:00:00.000Z`, kind, title },
    ...{ other: 'ashgrove', side: 'owes', amount: 900, currency: 'EUR', causeId: requestId },
    ...more,
  };
};

/** Charges of a month: with two members, one of them in yen, and one refunded; none in months before 2026. */
export const fixtureCharges = (month: string) => {
  if (month < '2026-01') return { month, pairs: [] };
  const [first, given] = [
    line(1, 'loan', `${month}-03`, {}),
    line(2, 'copy', `${month}-05`, { side: 'owed', amount: 450 }),
  ];
  const back: StatementLine = {
    ...{ ...given, entryId: `${given.entryId}-refund`, kind: 'ill-charge-refunded', at: `${month}-08T10:00:00.000Z` },
    ...{ title: 'Charge between libraries given back', side: 'owes' },
  };
  const open = line(3, 'loan', `${month}-09`, { side: 'owed', amount: 700 });
  const yen = line(4, 'replacement', `${month}-11`, { other: 'prt_2', amount: 3200, currency: 'JPY' });
  return {
    month,
    pairs: [
      { other: 'ashgrove', currency: 'EUR', owes: 1350, owed: 1150, net: -200, charges: [first, given, back, open] },
      { other: 'prt_2', currency: 'JPY', owes: 3200, owed: 0, net: -3200, charges: [yen] },
    ],
  };
};

const balances = [
  { partnerId: 'prt_1', currency: 'EUR', owes: 1600, owed: 400 },
  { partnerId: 'prt_2', currency: 'JPY', owes: 3200, owed: 0 },
];

/** The debts between a member and the libraries outside, and its vouchers. */
export const fixtureMoney = () => ({
  partners: balances,
  vouchers: [{ voucher: 'ifla-whole', value: 800, currency: 'EUR', count: 12 }],
});

/** The statement with the broker: two loans, and a payment by vouchers. */
export const fixtureStatement = (month: string) => ({
  month,
  charged: [{ currency: 'EUR', owes: 2400, owed: 0, net: -2400 }],
  lines: [
    line(5, 'loan', `${month}-04`, { other: 'prt_1', amount: 1600 }),
    line(6, 'loan', `${month}-06`, { other: 'prt_1', amount: 800 }),
    {
      ...line(7, 'loan', `${month}-20`, { other: 'prt_1', amount: 800, causeId: 'ent_1', entryId: 'ent_1' }),
      ...{ kind: 'partner-paid-by-vouchers', title: 'Library outside paid by vouchers' },
    },
  ],
  balances: [{ ...balances[0], payableBy: [{ voucher: 'ifla-whole', count: 2 }] }],
});
