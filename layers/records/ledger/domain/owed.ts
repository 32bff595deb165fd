import { isPartner } from '../../../kernel/identity/party.ts';
import type { Account } from './accounts.ts';
import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';

/** What one library charges another for: members of the consortium both, or one of them a partner outside. */
export const chargeKinds = [
  'ill-loan-charged',
  'ill-copy-charged',
  'ill-replacement-charged',
  'ill-damage-charged',
  'ill-charge-refunded',
] as const satisfies readonly EntryKind[];
export type ChargeKind = (typeof chargeKinds)[number];

/** How members settle with partners outside: by bank, by vouchers, or by setting off what each owes the other. */
export const settlementKinds = [
  'partner-paid',
  'partner-paid-by-vouchers',
  'partner-received',
  'partner-received-vouchers',
  'partner-offset',
] as const satisfies readonly EntryKind[];
export type SettlementKind = (typeof settlementKinds)[number];

const named = (kinds: readonly EntryKind[], kind: EntryKind): boolean => kinds.includes(kind);

/** Whether an entry charges one library to another, or gives such a charge back. */
export const isCharge = ({ kind }: LedgerEntry): boolean => named(chargeKinds, kind);

/** Whether an entry is between libraries: a charge, or a settlement with a partner. */
export const isBetweenLibraries = ({ kind }: LedgerEntry): boolean =>
  named(chargeKinds, kind) || named(settlementKinds, kind);

/** One library owes another: `owes` and `owed` are members or partners outside. Amount in minor units. */
export type OwedPosting = Omit<LedgerEntry, 'periodKey' | 'lines' | 'partner' | 'kind'> & {
  kind: ChargeKind;
  owes: string;
  owed: string;
  amount: number;
};

const OWED_TO = { member: 'due-to-members', partner: 'due-to-partners' } as const;
const OWED_BY = { member: 'due-from-members', partner: 'due-from-partners' } as const;
const outside = (party: string): 'member' | 'partner' => (isPartner(party) ? 'partner' : 'member');

/** The two lines in the books of one side, none for a partner: it keeps none here. */
const booksOf = (member: string, debit: Account, credit: Account, amount: number): LedgerLine[] =>
  isPartner(member)
    ? []
    : [
        { account: debit, member, side: 'debit', amount },
        { account: credit, member, side: 'credit', amount },
      ];

/**
 * Books what one library owes another. Between members it stands on the accounts that the netting settles; with a partner
 * on accounts of the member alone, which payment or vouchers settle. Refuses what `entry` refuses, and two partners.
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

/** The members between whom an entry is: `owing` has it on what it owes, `owed` on what it is owed. A partner is neither. */
export const sidesOf = ({ lines }: Pick<LedgerEntry, 'lines'>): { owing?: string; owed?: string } => {
  const memberOn = (accounts: readonly Account[]) => lines.find(({ account }) => accounts.includes(account))?.member;
  const [owing, owed] = [memberOn(Object.values(OWED_TO)), memberOn(Object.values(OWED_BY))];
  return { ...(owing !== undefined && { owing }), ...(owed !== undefined && { owed }) };
};

/** The amount of an entry between libraries: both its sides carry the same. */
export const amountOf = ({ lines }: Pick<LedgerEntry, 'lines'>): number => lines[0]?.amount ?? 0;

/** How much an entry adds to what its member owes its partner, and is owed by it; below zero when it settles. */
export const movesAccount = ({ lines }: Pick<LedgerEntry, 'lines'>): { owes: number; owed: number } => {
  const sum = (account: Account, rises: LedgerLine['side']): number =>
    lines
      .filter((line) => line.account === account)
      .reduce((all, { side, amount }) => all + (side === rises ? amount : -amount), 0);
  return { owes: sum('due-to-partners', 'credit'), owed: sum('due-from-partners', 'debit') };
};

/** The id of the entry that gives a charge back: one a charge. */
export const refundIdOf = (entryId: string): string => `${entryId}-refund`;

/** What gives a charge back, whole: who was owed owes it now. */
export const refundOf = (charge: LedgerEntry, at: string): OwedPosting => {
  const { owing = charge.partner ?? '', owed = charge.partner ?? '' } = sidesOf(charge);
  const { causeId, currency } = charge;
  const about = { entryId: refundIdOf(charge.entryId), kind: 'ill-charge-refunded' as const, memo: 'refund' };
  return { ...about, at, currency, causeId, owes: owed, owed: owing, amount: amountOf(charge) };
};
