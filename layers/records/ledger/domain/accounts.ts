import * as z from 'zod';

/** The accounts of the ledger; each member has its own set. `rises` is the side that increases it. */
export const accounts = {
  'patron-receivables': { rises: 'debit' },
  'desk-takings': { rises: 'debit' },
  'online-takings': { rises: 'debit' },
  'due-from-members': { rises: 'debit' },
  'due-to-members': { rises: 'credit' },
  'due-from-partners': { rises: 'debit' },
  'due-to-partners': { rises: 'credit' },
  'member-netting': { rises: 'debit' },
  'fines-income': { rises: 'credit' },
  'fees-income': { rises: 'credit' },
  'opening-balances': { rises: 'credit' },
  'charges-waived': { rises: 'debit' },
  'lost-items-income': { rises: 'credit' },
  'ill-costs': { rises: 'debit' },
  royalties: { rises: 'debit' },
  'ill-income': { rises: 'credit' },
  'voucher-stock': { rises: 'debit' },
  'payment-costs': { rises: 'debit' },
  'platform-costs': { rises: 'debit' },
  dues: { rises: 'debit' },
  services: { rises: 'debit' },
  'tax-on-charges': { rises: 'debit' },
  'due-to-consortium': { rises: 'credit' },
  'accrued-to-consortium': { rises: 'credit' },
  bank: { rises: 'debit' },
  'cloud-costs': { rises: 'debit' },
  'running-costs': { rises: 'debit' },
  'due-to-suppliers': { rises: 'credit' },
  'grants-income': { rises: 'credit' },
  'bank-costs': { rises: 'debit' },
  'interest-income': { rises: 'credit' },
} as const satisfies Record<string, { rises: 'debit' | 'credit' }>;

export type Account = keyof typeof accounts;
export type Side = 'debit' | 'credit';

/** Reads an account's name. */
export const accountSchema = z.enum(Object.keys(accounts) as [Account, ...Account[]]);
