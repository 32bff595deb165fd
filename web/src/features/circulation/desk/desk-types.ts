import type { Answered } from '../../../api/current-user.ts';
import type { Problem } from '../../../api/problem.ts';

/** The modes of the input: automatic (check out when a patron is open, otherwise check in), or one fixed action. */
export const modes = ['auto', 'out', 'in', 'renew'] as const;
export type Mode = (typeof modes)[number];

export type Scanned = Answered<'circulation-scan'>;
export type Patron = Answered<'patrons-look-up-patron'>;
export type CheckIn = Answered<'circulation-check-in'>;

/** The outcome of a scan. Instants are ISO 8601. */
export type Outcome =
  | { is: 'opened'; name: string }
  | { is: 'lent'; due: string }
  /** `asked`: the renewal was requested from the lending library; the due date stays until it agrees. */
  | { is: 'renewed'; due: string; asked?: true }
  | { is: 'back'; checkIn: CheckIn }
  | { is: 'dropped' }
  | { is: 'refused'; problem: Problem };

/** One row of the desk's list. Its key is the scan's idempotency key, so a retry has no second effect. */
export type Row = {
  key: string;
  scan: string;
  mode: Mode;
  /** Groups the rows of one patron, from one finish to the next. */
  session: number;
  state: 'waiting' | 'running' | 'ended';
  /** When it was scanned. */
  at: string;
  outcome?: Outcome;
  item?: Scanned['item'];
  /** The item's id, where staff selected one of two items with the same barcode. */
  chosen?: string;
  patronId?: string;
  /** The due date that a supervisor set for it, with the reason; dropped when it runs in a later session. */
  further?: Further | undefined;
  /** When it was returned, where the desk dates it back: out of the book drop. */
  returnedAt?: string;
};

/** A question that must be answered before the queue continues. `choices` are selected by letter. */
export type Question = {
  key: string;
  kind: 'card-or-item' | 'whose-card' | 'whose-item' | 'verify-location';
  /** `memberId`: the library of the choice. */
  choices: { letter: string; value: string; memberId?: string }[];
};

/** A document for 80 mm paper. */
type Content = { kind: 'receipt'; patron: Patron; rows: Row[] } | { kind: 'slip'; row: Row; checkIn: CheckIn };

/** A document with its place in the queue of the printer; `again` when it is to be printed again. */
export type Paper = Content & { key: string; at: string; state: 'waiting' | 'printed' | 'away'; again?: true };

/** The state that the desk displays. */
export type DeskState = {
  mode: Mode;
  session: number;
  rows: Row[];
  patron?: Patron;
  /** The due date of the next items, set by a supervisor with a reason. */
  due?: { due: string; comment: string };
  /** The time of return of the next items, when it is not now. */
  returnedAt?: string;
  question?: Question;
  /** The documents of this desk, oldest first: none is lost before it was printed or put away. */
  papers: Paper[];
};

/** Additional input for a scan: a supervisor's override comment with a due date of its own, or that the item is used in the library. */
export type Further = { comment?: string; due?: string; inLibrary?: true };

/** A reason for which an action would be refused. */
export type Refusal = Answered<'circulation-explain-check-out'>['refused'][number];

/** The calls of a desk. They throw Problems. */
export type DeskCalls = {
  scan(scan: string): Promise<Scanned>;
  openPatron(card: string, member?: string): Promise<Patron>;
  checkOut(item: string, patronId: string, key: string, further?: Further): Promise<{ due: string }>;
  /** `capture` is the answer to whether a hold captures the item (C54); `returnedAt` dates the return back. */
  checkIn(
    item: string,
    key: string,
    more: { capture?: 'yes' | 'no'; returnedAt?: string | undefined },
  ): Promise<CheckIn>;
  renew(item: string, key: string, further?: Further): Promise<{ due: string; asked?: true }>;
  /** Returns why a checkout for the patron, or without one a renewal, would be refused; changes nothing. */
  refusalsOf(item: string, patronId?: string): Promise<Refusal[]>;
};
