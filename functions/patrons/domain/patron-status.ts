/** A block on a patron, set by staff or by a rule, at one member or everywhere. */
export type Block = {
  code: string;
  scope: string;
  since: string;
  by: string;
  /** At the home library the patron may borrow and hold all the same (C67). */
  exceptAtHome?: true;
};

/** The counters that limits look at. `owed` in minor units of the one currency. */
export type Counters = {
  loans: number;
  holds: number;
  owed: number;
  perGroup: Record<string, number>;
  /** How often the patron said that an item was brought back, and the library had not found it (C72). */
  claims?: number;
};

/** The name of one counter; a limit group's is `group:<name>`. */
export type CounterName = 'loans' | 'holds' | 'owed' | 'claims' | `group:${string}`;

/** What decides whether a patron may borrow; no personal data. `expiresOn` is the card's last good day; a block's scope is `consortium` or a member id. */
export type PatronStatus = {
  patronId: string;
  homeMember: string;
  homeBranch: string;
  category: string;
  expiresOn: string;
  minor: boolean;
  guarantorId?: string;
  /** Statistical classes of the home library: what is counted of a patron, by name and code. */
  classes?: Record<string, string>;
  /** The department of the home library's house that the patron belongs to, by its code. */
  department?: string;
  /** Signed up by themselves; no desk has seen them yet. */
  temporary?: true;
  /** The patron wants to find again what was read; off unless turned on. */
  keepsHistory?: true;
  /** What the patron allows other members: to open the record there (C76), to see titles of loans made elsewhere (C77). */
  consents?: { memberId: string; open: boolean; titles: boolean }[];
  blocks: Block[];
  counters: Counters;
  v: number;
};

/** A condition on a counter, checked in the write itself: it must be below this number before it is raised. `currency` is what `owed` counts in, for who tells it. */
export type Limit = { counter: CounterName; below: number; currency?: string };

/** What to add to counters; negative numbers count down. */
export type CounterDeltas = Partial<Record<CounterName, number>>;

/** What a counter stands at; a group never counted is 0. */
export const counted = (counters: Counters, name: CounterName): number => {
  if (name === 'loans' || name === 'holds' || name === 'owed') return counters[name];
  if (name === 'claims') return counters.claims ?? 0;
  return counters.perGroup[name.slice('group:'.length)] ?? 0;
};

/** The limits that counters do not keep: what the write's condition would fail on. */
export const exceeded = (counters: Counters, limits: readonly Limit[]): Limit[] =>
  limits.filter(({ counter, below }) => counted(counters, counter) >= below);
