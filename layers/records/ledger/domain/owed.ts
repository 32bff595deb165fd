import { isPartner } from '../../../kernel/identity/party.ts';
import type { Account } from './accounts.ts';
import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';

/** The charges between libraries: two members of the consortium, or a member and an external partner. */
export const chargeKinds = [
  'ill-loan-charged',
  'ill-copy-charged',
  'ill-replacement-charged',
  'ill-damage-charged',
  'ill-charge-refunded',
] as const satisfies readonly EntryKind[];
export type ChargeKind = (typeof chargeKinds)[number];

/** How members settle with external partners: by bank, by vouchers, or by setting off mutual debts. */
export const settlementKinds = [
  'partner-paid',
  'partner-paid-by-vouchers',
  'partner-received',
  'partner-received-vouchers',
  'partner-offset',
] as const satisfies readonly EntryKind[];
export type SettlementKind = (typeof settlementKinds)[number];

const named = (kinds: readonly EntryKind[], kind: EntryKind): boolean => kinds.includes(kind);

/** Returns whether an entry is a charge between libraries, or the refund of one. */
export const isCharge = ({ kind }: LedgerEntry): boolean => named(chargeKinds, kind);

/** Returns whether an entry is between libraries: a charge, or a settlement with a partner. */
export const isBetweenLibraries = ({ kind }: LedgerEntry): boolean =>
  named(chargeKinds, kind) || named(settlementKinds, kind);

/** A debt between libraries: `owes` and `owed` are members or external partners. Amount in minor units. */
export type OwedPosting = Omit<LedgerEntry, 'periodKey' | 'lines' | 'partner' | 'kind'> & {
  kind: ChargeKind;
  owes: string;
  owed: string;
  amount: number;
};

const OWED_TO = { member: 'due-to-members', partner: 'due-to-partners' } as const;
const OWED_BY = { member: 'due-from-members', partner: 'due-from-partners' } as const;
const outside = (party: string): 'member' | 'partner' => (isPartner(party) ? 'partner' : 'member');

/** Returns the two lines in the books of one side; none for a partner, which has no books here. */
const booksOf = (member: string, debit: Account, credit: Account, amount: number): LedgerLine[] =>
  isPartner(member)
    ? []
    : [
        { account: debit, member, side: 'debit', amount },
        { account: credit, member, side: 'credit', amount },
      ];

/**
 * Books a debt between libraries. Between members it uses the accounts that the netting settles; with a partner the member's own
 * accounts, which payment or vouchers settle. Refuses what `entry` refuses, and two partners.
 */
export const postOwed = ({ owes, owed, amount, ...rest }: OwedPosting): LedgerEntry | LedgerRefusal => {
  const { debit, credit } = entryKinds[rest.kind];
  const partner = [owes, owed].find(isPartner);
  const lines = [
    ...booksOf(owes, debit, OWED_TO[outside(owed)], amount),
    ...booksOf(owed, OWED_BY[outside(owes)], credit, amount),
  ];
  return entry({ ...rest, ...(partner !== undefined && { partner }), lines });
};

/** Returns the members of an entry: `owing` the debtor, `owed` the creditor. A partner is neither. */
export const sidesOf = ({ lines }: Pick<LedgerEntry, 'lines'>): { owing?: string; owed?: string } => {
  const memberOn = (accounts: readonly Account[]) => lines.find(({ account }) => accounts.includes(account))?.member;
  const [owing, owed] = [memberOn(Object.values(OWED_TO)), memberOn(Object.values(OWED_BY))];
  return { ...(owing !== undefined && { owing }), ...(owed !== undefined && { owed }) };
};

/** Returns the amount of an entry between libraries: both sides have the same. */
export const amountOf = ({ lines }: Pick<LedgerEntry, 'lines'>): number => lines[0]?.amount ?? 0;

/** Returns how an entry changes what its member owes its partner, and what it is owed; negative when it settles. */
export const movesAccount = ({ lines }: Pick<LedgerEntry, 'lines'>): { owes: number; owed: number } => {
  const sum = (account: Account, rises: LedgerLine['side']): number =>
    lines
      .filter((line) => line.account === account)
      .reduce((all, { side, amount }) => all + (side === rises ? amount : -amount), 0);
  return { owes: sum('due-to-partners', 'credit'), owed: sum('due-from-partners', 'debit') };
};

/** Returns the id of a charge's refund: one per charge. */
export const refundIdOf = (entryId: string): string => `${entryId}-refund`;

/** Returns the full refund of a charge: the creditor owes the amount. */
export const refundOf = (charge: LedgerEntry, at: string): OwedPosting => {
  const { owing = charge.partner ?? '', owed = charge.partner ?? '' } = sidesOf(charge);
  const { causeId, currency } = charge;
  const about = { entryId: refundIdOf(charge.entryId), kind: 'ill-charge-refunded' as const, memo: 'refund' };
  return { ...about, at, currency, causeId, owes: owed, owed: owing, amount: amountOf(charge) };
};
