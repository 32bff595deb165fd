import type { Answered } from '../../../api/current-user.ts';
import type { Problem } from '../../../api/problem.ts';

/** What the box does with an item: by itself (lend when a patron is open, else take back), or always one thing. */
export const modes = ['auto', 'out', 'in', 'renew'] as const;
export type Mode = (typeof modes)[number];

export type Scanned = Answered<'circulation-scan'>;
export type Patron = Answered<'patrons-look-up-patron'>;
export type CheckIn = Answered<'circulation-check-in'>;

/** How a scan ended. Instants are ISO 8601. */
export type Outcome =
  | { is: 'opened'; name: string }
  | { is: 'lent'; due: string }
  /** `asked`: the library that lends it was asked; due as before until it says yes. */
  | { is: 'renewed'; due: string; asked?: true }
  | { is: 'back'; checkIn: CheckIn }
  | { is: 'dropped' }
  | { is: 'refused'; problem: Problem };

/** One line of the desk's list. Its key is the scan's idempotency key: repeated, it has one effect. */
export type Row = {
  key: string;
  scan: string;
  mode: Mode;
  /** Between two finishes: what belongs to the reader who stands here now. */
  session: number;
  state: 'waiting' | 'running' | 'ended';
  outcome?: Outcome;
  item?: Scanned['item'];
  /** The item's id, where the desk had to say which of two with its barcode it is. */
  chosen?: string;
  patronId?: string;
};

/** Something the desk must be asked before the queue goes on. `choices` are answered by their letter. */
export type Question = {
  key: string;
  kind: 'card-or-item' | 'whose-card' | 'whose-item' | 'verify-location';
  /** `memberId`: the library that the choice stands for. */
  choices: { letter: string; value: string; memberId?: string }[];
};

/** What goes on 80 mm paper. */
export type Paper =
  | { kind: 'receipt'; patron: Patron; rows: Row[]; at: string }
  | { kind: 'slip'; row: Row; checkIn: CheckIn; at: string };

/** All that the desk shows. */
export type DeskState = {
  mode: Mode;
  session: number;
  rows: Row[];
  patron?: Patron;
  question?: Question;
  paper?: Paper;
};

/** What is said with a scan that was refused before: why a supervisor lets it through, or that the item is used in the library. */
export type Further = { comment?: string; inLibrary?: true };

/** The calls a desk makes. They throw Problems. */
export type DeskCalls = {
  scan(scan: string): Promise<Scanned>;
  openPatron(card: string, member?: string): Promise<Patron>;
  checkOut(item: string, patronId: string, key: string, further?: Further): Promise<{ due: string }>;
  /** `capture` is the desk's word on a copy about which it was asked whether a hold takes it (C54). */
  checkIn(item: string, key: string, capture?: 'yes' | 'no'): Promise<CheckIn>;
  renew(item: string, key: string, further?: Further): Promise<{ due: string; asked?: true }>;
};
