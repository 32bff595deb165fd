import { accountSchema, accounts } from './accounts.ts';
import { entryKindSchema, entryKinds } from './kinds.ts';
import { accountTitles, kindTitles } from './titles.ts';

/** The chart of entries as an accountant reads it: what each kind debits, and what it credits. */
const chart = `
  fine-charged: patron-receivables to fines-income
  fine-paid: desk-takings to patron-receivables
  lost-item-paid: desk-takings to patron-receivables
  damage-paid: desk-takings to patron-receivables
  fee-paid: desk-takings to patron-receivables
  fee-charged: patron-receivables to fees-income
  lost-item-charged: patron-receivables to lost-items-income
  lost-item-refunded: lost-items-income to patron-receivables
  charge-waived: charges-waived to patron-receivables
  credit-paid-out: patron-receivables to desk-takings
  credit-offset: patron-receivables to patron-receivables
  online-paid: online-takings to patron-receivables
  online-refunded: patron-receivables to online-takings
  online-refund-failed: online-takings to patron-receivables
  online-disputed: patron-receivables to online-takings
  online-dispute-won: online-takings to patron-receivables
  online-fee: payment-costs to online-takings
  online-paid-out: bank to online-takings
  online-taken-back: online-takings to bank
  opening-balance: patron-receivables to opening-balances
  netting-settled: member-netting to due-from-members
  ill-loan-charged: ill-costs to ill-income
  ill-copy-charged: ill-costs to ill-income
  ill-replacement-charged: ill-costs to ill-income
  ill-damage-charged: ill-costs to ill-income
  ill-charge-refunded: ill-income to ill-costs
  royalty-paid: royalties to bank
  royalty-given-back: bank to royalties
  partner-paid: due-to-partners to bank
  partner-paid-by-vouchers: due-to-partners to voucher-stock
  partner-received: bank to due-from-partners
  partner-received-vouchers: voucher-stock to due-from-partners
  partner-offset: due-to-partners to due-from-partners
  vouchers-bought: voucher-stock to bank
  vouchers-redeemed: bank to voucher-stock
  platform-billed: platform-costs to due-to-consortium
  platform-credited: due-to-consortium to platform-costs
  dues-billed: dues to due-to-consortium
  dues-credited: due-to-consortium to dues
  services-billed: services to due-to-consortium
  services-credited: due-to-consortium to services
  netting-billed: member-netting to due-to-consortium
  netting-credited: due-to-consortium to member-netting
  correction-billed: platform-costs to due-to-consortium
  credit-noted: due-to-consortium to platform-costs
  tax-billed: tax-on-charges to due-to-consortium
  tax-credited: due-to-consortium to tax-on-charges
  platform-accrued: platform-costs to accrued-to-consortium
  platform-accrual-reversed: accrued-to-consortium to platform-costs
  dues-accrued: dues to accrued-to-consortium
  dues-accrual-reversed: accrued-to-consortium to dues
  services-accrued: services to accrued-to-consortium
  services-accrual-reversed: accrued-to-consortium to services
  tax-accrued: tax-on-charges to accrued-to-consortium
  tax-accrual-reversed: accrued-to-consortium to tax-on-charges
  consortium-paid: due-to-consortium to bank
  consortium-payment-reversed: bank to due-to-consortium
  consortium-credit-paid-out: bank to due-to-consortium
  cloud-cost-booked: cloud-costs to due-to-suppliers
  cloud-cost-credited: due-to-suppliers to cloud-costs
  cost-booked: running-costs to due-to-suppliers
  cost-credited: due-to-suppliers to running-costs
  supplier-paid: due-to-suppliers to bank
  supplier-repaid: bank to due-to-suppliers
  grant-received: bank to grants-income
  grant-returned: grants-income to bank
  bank-fee-paid: bank-costs to bank
  bank-fee-returned: bank to bank-costs
  interest-received: bank to interest-income
  interest-returned: interest-income to bank
`;

const assetsAndCosts =
  'patron-receivables desk-takings online-takings due-from-members due-from-partners member-netting charges-waived ill-costs royalties voucher-stock payment-costs platform-costs dues services tax-on-charges bank cloud-costs running-costs bank-costs';
const debtsAndIncome =
  'due-to-members due-to-partners fines-income fees-income opening-balances lost-items-income ill-income due-to-consortium accrued-to-consortium due-to-suppliers grants-income interest-income';

test('each kind of entry debits and credits the accounts of the chart', () => {
  const booked = Object.entries(entryKinds).map(([kind, { debit, credit }]) => `  ${kind}: ${debit} to ${credit}`);
  expect(booked).toEqual(
    chart
      .trim()
      .split('\n')
      .map((line) => `  ${line.trim()}`),
  );
});

test('assets and costs rise by debits, debts and income by credits', () => {
  const rising = (side: 'debit' | 'credit') =>
    Object.entries(accounts).flatMap(([account, { rises }]) => (rises === side ? [account] : []));
  expect(rising('debit')).toEqual(assetsAndCosts.split(' '));
  expect(rising('credit')).toEqual(debtsAndIncome.split(' '));
});

test('statements name every account and kind in words of its own', () => {
  for (const titles of [Object.values(accountTitles), Object.values(kindTitles)]) {
    expect(titles.filter((title) => !/^[A-Z]\S*( \S+)*$/.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('an unknown account or kind cannot be booked', () => {
  expect(accountSchema.safeParse('petty-cash').success).toBe(false);
  expect(accountSchema.safeParse('bank').success).toBe(true);
  expect(entryKindSchema.safeParse('gift').success).toBe(false);
  expect(entryKindSchema.safeParse('fine-paid').success).toBe(true);
});
