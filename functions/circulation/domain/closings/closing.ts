/** How far a closing is: it looks for dates, shows what would move, notes the closed days, moves the dates, is done; or puts them back. */
export const closingStates = ['gathering', 'previewed', 'noting', 'running', 'done', 'undoing', 'undone'] as const;
export type ClosingState = (typeof closingStates)[number];

/** The states in which a closing has work left. */
export const busyStates: readonly ClosingState[] = ['gathering', 'noting', 'running', 'undoing'];

/**
 * The result of a closing for one date: to be moved, to remain; moved, not moved because it changed since; restored, or not restored
 * because it changed since.
 */
export const closingLineStates = ['planned', 'left', 'done', 'changed', 'undone', 'retained'] as const;
export type ClosingLineState = (typeof closingLineStates)[number];

/**
 * The reasons why a date remains: the rule permits due dates on closed days, permits no later day, the branch does not open, another library
 * decides.
 */
export const leftReasons = ['rule-keeps', 'rule-limit', 'never-opens', 'lent-between'] as const;
export type LeftReason = (typeof leftReasons)[number];

/**
 * The days on which a branch is closed, both included (`YYYY-MM-DD`), with the reason that patrons read; `closesAt` is the time (`HH:MM`) at
 * which it closes on the first of them, the whole day when absent.
 */
export type ClosedDays = { from: string; to: string; closesAt?: string | undefined; reason: string };

/** Returns the closed days of a closing, as the calendar of the branch notes them. */
export const closedDays = ({ from, to, closesAt, reason }: ClosedDays): ClosedDays => ({
  ...{ from, to, ...(closesAt !== undefined && { closesAt }) },
  reason,
});

/** A notice with the date before, which is not sent. */
export type HeldNotice = 'due-soon' | 'overdue';

/** The date of one copy: of its loan, or of its hold on the shelf. `fromDay` and `toDay` are days at the branch. */
export type ClosingLine = {
  itemId: string;
  what: 'loan' | 'hold';
  /** The loan or hold; and, of a hold, the record with which it is stored. */
  id: string;
  recordId?: string;
  /** The number of renewals of the loan when it was read: the date of a loan renewed since is not restored. */
  renewals?: number;
  state: ClosingLineState;
  from: string;
  fromDay: string;
  to?: string;
  toDay?: string;
  left?: LeftReason;
  held?: HeldNotice[];
};

/** The dates of one kind that move from one day to another. */
export type DateMove = { what: ClosingLine['what']; from: string; to: string; count: number };

/** The sum of the lines of a closing. */
export type ClosingSum = {
  moves: DateMove[];
  left: Partial<Record<LeftReason, number>>;
  held: Partial<Record<HeldNotice, number>>;
  counts: Partial<Record<ClosingLineState, number>>;
};

const raise = <K extends string>(counts: Partial<Record<K, number>>, name: K): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Adds the lines of a closing up: what moves from which day to which, what stays and why, and the notices that are not sent. */
export const sumOf = (lines: readonly ClosingLine[]): ClosingSum => {
  const sum: ClosingSum = { moves: [], left: {}, held: {}, counts: {} };
  const moves = new Map<string, DateMove>();
  for (const { what, state, fromDay: from, toDay: to, left, held = [] } of lines) {
    raise(sum.counts, state);
    if (left !== undefined) raise(sum.left, left);
    for (const kind of held) raise(sum.held, kind);
    if (to === undefined) continue;
    const place = `${what} ${from} ${to}`;
    const move = moves.get(place) ?? { what, from, to, count: 0 };
    moves.set(place, { ...move, count: move.count + 1 });
  }
  sum.moves = [...moves].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, move]) => move);
  return sum;
};
