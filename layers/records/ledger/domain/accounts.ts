import * as z from 'zod';

/** The accounts of the ledger; each member has its own set. `rises` is the side that increases it. */
export const accounts = {
  'patron-receivables': { title: 'Owed by patrons', rises: 'debit' },
  'desk-takings': { title: 'Taken at the desk', rises: 'debit' },
  'online-takings': { title: 'Taken online, with the payment provider', rises: 'debit' },
  'due-from-members': { title: 'Owed by other members', rises: 'debit' },
  'due-to-members': { title: 'Owed to other members', rises: 'credit' },
  'due-from-partners': { title: 'Owed by libraries outside', rises: 'debit' },
  'due-to-partners': { title: 'Owed to libraries outside', rises: 'credit' },
  'member-netting': { title: 'To be settled with other members by the netting', rises: 'debit' },
  'fines-income': { title: 'Overdue fines', rises: 'credit' },
  'fees-income': { title: 'Fees', rises: 'credit' },
  'opening-balances': { title: 'Taken over from an old system', rises: 'credit' },
  'charges-waived': { title: 'Charges waived', rises: 'debit' },
  'lost-items-income': { title: 'Lost items', rises: 'credit' },
  'ill-costs': { title: 'Loans and copies from other libraries', rises: 'debit' },
  royalties: { title: 'Royalties paid for copies', rises: 'debit' },
  'ill-income': { title: 'Loans and copies for other libraries', rises: 'credit' },
  'voucher-stock': { title: 'Vouchers in stock, at face value', rises: 'debit' },
  'payment-costs': { title: 'Fees of the payment provider', rises: 'debit' },
  'platform-costs': { title: 'The platform’s cost', rises: 'debit' },
  dues: { title: 'Dues to the consortium', rises: 'debit' },
  'tax-on-charges': { title: 'Tax on what the consortium charges', rises: 'debit' },
  'due-to-consortium': { title: 'Owed to the consortium', rises: 'credit' },
  'accrued-to-consortium': { title: 'Accrued, not billed by the consortium yet', rises: 'credit' },
  bank: { title: 'Paid and received by bank', rises: 'debit' },
  'cloud-costs': { title: 'The bill of the cloud provider', rises: 'debit' },
  'running-costs': { title: 'Other costs of the consortium', rises: 'debit' },
  'due-to-suppliers': { title: 'Owed to suppliers', rises: 'credit' },
  'grants-income': { title: 'Grants to the consortium', rises: 'credit' },
} as const satisfies Record<string, { title: string; rises: 'debit' | 'credit' }>;

export type Account = keyof typeof accounts;
export type Side = 'debit' | 'credit';

/** Reads an account's name. */
export const accountSchema = z.enum(Object.keys(accounts) as [Account, ...Account[]]);
