import * as z from 'zod';
import type { Account } from './accounts.ts';

/** The accounts of an entry kind in the books of the member whose bill it is: debit and credit. */
export type EntryKindRow = { title: string; debit: Account; credit: Account };

/** The entry kinds, one row each. */
export const entryKinds = {
  'fine-charged': { title: 'Overdue fine charged', debit: 'patron-receivables', credit: 'fines-income' },
  'fine-paid': { title: 'Overdue fine paid at the desk', debit: 'desk-takings', credit: 'patron-receivables' },
  'lost-item-paid': { title: 'Lost item paid at the desk', debit: 'desk-takings', credit: 'patron-receivables' },
  'damage-paid': { title: 'Damaged item paid at the desk', debit: 'desk-takings', credit: 'patron-receivables' },
  'fee-paid': { title: 'Fee paid at the desk', debit: 'desk-takings', credit: 'patron-receivables' },
  'fee-charged': { title: 'Fee charged at the desk', debit: 'patron-receivables', credit: 'fees-income' },
  'lost-item-charged': { title: 'Lost item charged', debit: 'patron-receivables', credit: 'lost-items-income' },
  'lost-item-refunded': {
    title: 'Lost item returned: charge taken back',
    debit: 'lost-items-income',
    credit: 'patron-receivables',
  },
  'charge-waived': { title: 'Charge waived', debit: 'charges-waived', credit: 'patron-receivables' },
  'credit-paid-out': { title: 'Money back paid out', debit: 'patron-receivables', credit: 'desk-takings' },
  'credit-offset': {
    title: 'Money back set against another bill',
    debit: 'patron-receivables',
    credit: 'patron-receivables',
  },
  'online-paid': { title: 'Bill paid online', debit: 'online-takings', credit: 'patron-receivables' },
  'online-refunded': { title: 'Online payment refunded', debit: 'patron-receivables', credit: 'online-takings' },
  'online-refund-failed': {
    title: 'Refund of an online payment failed',
    debit: 'online-takings',
    credit: 'patron-receivables',
  },
  'online-disputed': { title: 'Online payment disputed', debit: 'patron-receivables', credit: 'online-takings' },
  'online-dispute-won': {
    title: 'Dispute of an online payment won',
    debit: 'online-takings',
    credit: 'patron-receivables',
  },
  'online-fee': { title: 'Fee of the payment provider', debit: 'payment-costs', credit: 'online-takings' },
  'online-paid-out': { title: 'Online payments paid out', debit: 'bank', credit: 'online-takings' },
  'online-taken-back': { title: 'Online payments taken back from the bank', debit: 'online-takings', credit: 'bank' },
  'opening-balance': {
    title: 'Open bill taken over from an old system',
    debit: 'patron-receivables',
    credit: 'opening-balances',
  },
  'netting-settled': {
    title: 'A month netted between members',
    debit: 'member-netting',
    credit: 'due-from-members',
  },
  'ill-loan-charged': { title: 'Loan between libraries', debit: 'ill-costs', credit: 'ill-income' },
  'ill-copy-charged': { title: 'Copy between libraries', debit: 'ill-costs', credit: 'ill-income' },
  'ill-replacement-charged': { title: 'Lost loan between libraries', debit: 'ill-costs', credit: 'ill-income' },
  'ill-damage-charged': { title: 'Damaged loan between libraries', debit: 'ill-costs', credit: 'ill-income' },
  'ill-charge-refunded': { title: 'Charge between libraries given back', debit: 'ill-income', credit: 'ill-costs' },
  'royalty-paid': { title: 'Royalty paid for a copy', debit: 'royalties', credit: 'bank' },
  'royalty-given-back': { title: 'Royalty given back: the copy did not come', debit: 'bank', credit: 'royalties' },
  'partner-paid': { title: 'Library outside paid', debit: 'due-to-partners', credit: 'bank' },
  'partner-paid-by-vouchers': {
    title: 'Library outside paid by vouchers',
    debit: 'due-to-partners',
    credit: 'voucher-stock',
  },
  'partner-received': { title: 'Library outside has paid', debit: 'bank', credit: 'due-from-partners' },
  'partner-received-vouchers': {
    title: 'Library outside has paid by vouchers',
    debit: 'voucher-stock',
    credit: 'due-from-partners',
  },
  'partner-offset': {
    title: 'Owed to and by a library outside set off',
    debit: 'due-to-partners',
    credit: 'due-from-partners',
  },
  'vouchers-bought': { title: 'Vouchers bought', debit: 'voucher-stock', credit: 'bank' },
  'vouchers-redeemed': { title: 'Vouchers redeemed', debit: 'bank', credit: 'voucher-stock' },
  'platform-billed': { title: 'Platform cost billed', debit: 'platform-costs', credit: 'due-to-consortium' },
  'platform-credited': { title: 'Platform cost credited', debit: 'due-to-consortium', credit: 'platform-costs' },
  'dues-billed': { title: 'Dues billed', debit: 'dues', credit: 'due-to-consortium' },
  'dues-credited': { title: 'Dues credited', debit: 'due-to-consortium', credit: 'dues' },
  'netting-billed': {
    title: 'Owed to other members, billed by the consortium',
    debit: 'member-netting',
    credit: 'due-to-consortium',
  },
  'netting-credited': {
    title: 'Owed by other members, credited by the consortium',
    debit: 'due-to-consortium',
    credit: 'member-netting',
  },
  'correction-billed': { title: 'Correction billed', debit: 'platform-costs', credit: 'due-to-consortium' },
  'credit-noted': { title: 'Credit or correction given', debit: 'due-to-consortium', credit: 'platform-costs' },
  'tax-billed': { title: 'Tax billed', debit: 'tax-on-charges', credit: 'due-to-consortium' },
  'tax-credited': { title: 'Tax credited', debit: 'due-to-consortium', credit: 'tax-on-charges' },
  'platform-accrued': {
    title: 'Platform cost accrued at the end of the month',
    debit: 'platform-costs',
    credit: 'accrued-to-consortium',
  },
  'platform-accrual-reversed': {
    title: 'Platform cost: accrual reversed by the bill',
    debit: 'accrued-to-consortium',
    credit: 'platform-costs',
  },
  'dues-accrued': { title: 'Dues accrued at the end of the month', debit: 'dues', credit: 'accrued-to-consortium' },
  'dues-accrual-reversed': {
    title: 'Dues: accrual reversed by the bill',
    debit: 'accrued-to-consortium',
    credit: 'dues',
  },
  'tax-accrued': {
    title: 'Tax accrued at the end of the month',
    debit: 'tax-on-charges',
    credit: 'accrued-to-consortium',
  },
  'tax-accrual-reversed': {
    title: 'Tax: accrual reversed by the bill',
    debit: 'accrued-to-consortium',
    credit: 'tax-on-charges',
  },
  'consortium-paid': { title: 'Paid to the consortium', debit: 'due-to-consortium', credit: 'bank' },
  'consortium-payment-reversed': {
    title: 'Payment to the consortium taken back',
    debit: 'bank',
    credit: 'due-to-consortium',
  },
  'consortium-credit-paid-out': {
    title: 'Credit paid out by the consortium',
    debit: 'bank',
    credit: 'due-to-consortium',
  },
  'cloud-cost-booked': { title: 'Cloud cost of a month', debit: 'cloud-costs', credit: 'due-to-suppliers' },
  'cloud-cost-credited': {
    title: 'Cloud cost of a month credited',
    debit: 'due-to-suppliers',
    credit: 'cloud-costs',
  },
  'cost-booked': { title: 'Invoice of a supplier', debit: 'running-costs', credit: 'due-to-suppliers' },
  'cost-credited': { title: 'Credit note of a supplier', debit: 'due-to-suppliers', credit: 'running-costs' },
  'supplier-paid': { title: 'Supplier paid', debit: 'due-to-suppliers', credit: 'bank' },
  'supplier-repaid': { title: 'Repaid by a supplier', debit: 'bank', credit: 'due-to-suppliers' },
  'grant-received': { title: 'Grant received', debit: 'bank', credit: 'grants-income' },
  'grant-returned': { title: 'Grant returned', debit: 'grants-income', credit: 'bank' },
} as const satisfies Record<string, EntryKindRow>;

export type EntryKind = keyof typeof entryKinds;

/** Reads an entry kind's name. */
export const entryKindSchema = z.enum(Object.keys(entryKinds) as [EntryKind, ...EntryKind[]]);
