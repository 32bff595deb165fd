import type { Params } from '../../../layers/kernel/params.ts';
import type { Posting } from '../../../layers/records/ledger/domain/post.ts';
import type { ResolvedRule } from '../../../layers/records/policies/domain/resolve.ts';
import type { Fact } from '../../items/public/facts.ts';
import type { GuestCount } from '../../items/public/guest.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Block, CounterDeltas, Limit } from '../../patrons/public/patron-status.ts';
import type { HoldReset } from './hold-reset.ts';

/** One reason why not; all of them are given at once (C26, C65). */
export type Refusal<C extends string = string> = { code: C; detail: string; pointer?: string; params?: Params };

/** The record to write whole. `expect` is the `v` that must still stand; absent means that no such record may exist yet. */
export type RecordChange<T> = { after: T; expect?: number };

/** What to add to a patron's counters, under these limits. `asRead` must still stand as it was when decided. */
export type PatronChange = {
  patronId: string;
  add: CounterDeltas;
  limits: Limit[];
  expected?: { blocks: Block[]; expiresOn: string; holds?: number; loans?: number };
};

/** What a bill is for. */
export const billKinds = ['overdue', 'lost', 'damaged', 'fee'] as const;
export type BillKind = (typeof billKinds)[number];

/** A bill for the patron's own partition: the only link from a bill to a person. Minor units; `member` is owed. */
export type Bill = {
  billId: string;
  patronId: string;
  /** Of a loan's bill; a fee charged by hand has neither. */
  loanId?: string;
  itemId?: string;
  member: string;
  kind: BillKind;
  amount: number;
  currency: string;
  at: string;
  /** Of the patron's department, if any. */
  costCentre?: string;
};

/** Everything a decision writes, in one transaction, each record under its own condition. */
export type Changes = {
  item?: RecordChange<ItemCirculation>;
  patrons: PatronChange[];
  holds: RecordChange<Hold>[];
  bills: Bill[];
  /** Where items of floating groups with a cap came and left (C24). */
  guests?: GuestCount[];
  /** A charge taken back. With `open`, only as long as so much of the bill is open: no more than that is taken back. */
  refund?: { patronId: string; billId: string; amount: number; at: string; open?: number };
  /** Another copy paged for a hold that this one fills. Freed afterwards on its own, by the stream too: its claim is stale already. */
  pageToRelease?: { itemId: string; holdId: string };
  /** Another copy whose page ends in this same write. */
  freedCopy?: RecordChange<ItemCirculation>;
  /** Holds that lost their copy by this, for the log of each (C48). */
  resets?: HoldReset[];
};

/** One rule looked at, for the dry run: what it said and on which ground. */
export type Check = { check: string; passed: boolean; detail: string; params?: Params };

/** Why it was decided so: every check, the loan rule with what else was considered, and what moved the due date. */
export type Explain = {
  checks: Check[];
  rule?: ResolvedRule;
  policyVersion?: number;
  due?: { due: string; moved: string[] };
};

export type Decided = { changes: Changes; facts: Fact[]; postings: Posting[]; warnings: string[] };

/** What a rule decided, or every reason why not; always explained, so a dry run is the decision not saved. */
export type Decision<C extends string = string> = (Decided | { refused: Refusal<C>[] }) & { explain: Explain };

/** A decision that changes nothing yet. */
export const nothingYet = (): Decided => ({
  changes: { patrons: [], holds: [], bills: [] },
  facts: [],
  postings: [],
  warnings: [],
});
