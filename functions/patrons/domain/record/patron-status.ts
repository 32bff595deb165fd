import type { PatronUses } from './patron-uses.ts';

/** A block on a patron, set by staff or by a rule, at one member or everywhere. */
export type Block = {
  code: string;
  scope: string;
  since: string;
  by: string;
  /** The patron may still borrow and place holds at the home library (C67). */
  exceptAtHome?: true;
  /** The last day on which it applies; without one until it is lifted. */
  until?: string;
  /** The actions that it prevents; all when absent. */
  stops?: BlockedAct[];
};

/** The acts that a block can prevent. */
export const blockedActs = ['checkout', 'hold', 'renewal'] as const;
export type BlockedAct = (typeof blockedActs)[number];

/** The counters that limits use. `owed` in minor units of the one currency. */
export type Counters = {
  loans: number;
  holds: number;
  owed: number;
  perGroup: Record<string, number>;
  /** The number of the patron's claims that an item was returned which the library had not found (C72). */
  claims?: number;
};

/** The name of one counter; a limit group's is `group:<name>`. */
export type CounterName = 'loans' | 'holds' | 'owed' | 'claims' | `group:${string}`;

/**
 * The data that decides whether a patron may borrow; no personal data. `expiresOn` is the card's last day of validity; a block's scope is
 * `consortium` or a member id.
 */
export type PatronStatus = {
  patronId: string;
  homeMember: string;
  homeBranch: string;
  category: string;
  expiresOn: string;
  minor: boolean;
  guarantorId?: string;
  /** Statistical classes of the home library, by name and code. */
  classes?: Record<string, string>;
  /** The patron's department at the home library, by its code. */
  department?: string;
  /** The class of a pupil in the school of the home library. */
  classId?: string;
  /** The code of the place of residence: loan rules may use it. */
  residence?: string;
  /** Signed up online; no desk has verified them yet. */
  temporary?: true;
  /** The patron is to be erased, which waits for open loans, holds and debts: nothing more is lent or placed. */
  erasureAsked?: true;
  /** The patron keeps a history of past loans; off unless turned on. */
  keepsHistory?: true;
  /** The patron chose receipts by e-mail. */
  receipts?: true;
  /** The patron's consents for other members: to open the record there (C76), to see titles of loans made elsewhere (C77). */
  consents?: { memberId: string; open: boolean; titles: boolean }[];
  blocks: Block[];
  /** The months of the patron's last uses, by which persons are counted. */
  uses?: PatronUses;
  counters: Counters;
  /** No open loan is due before this instant, so that limits on overdue loans need not read them; unknown when absent. */
  dueFrom?: string;
  v: number;
};

/**
 * A condition on a counter, checked in the write itself: it must be below this number before it is raised. `currency` is that of `owed`,
 * for messages, and `accrued` what was deducted from its limit for fines that are not charged yet.
 */
export type Limit = { counter: CounterName; below: number; currency?: string; accrued?: number };

/** The amounts to add to counters; negative numbers decrease them. */
export type CounterDeltas = Partial<Record<CounterName, number>>;

/** Returns the value of a counter; 0 for a group never counted. */
export const counted = (counters: Counters, name: CounterName): number => {
  if (name === 'loans' || name === 'holds' || name === 'owed') return counters[name];
  if (name === 'claims') return counters.claims ?? 0;
  return counters.perGroup[name.slice('group:'.length)] ?? 0;
};

/** Returns the limits that counters exceed: those on which the write's condition would fail. */
export const exceeded = (counters: Counters, limits: readonly Limit[]): Limit[] =>
  limits.filter(({ counter, below }) => counted(counters, counter) >= below);
