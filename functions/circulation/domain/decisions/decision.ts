import type { Params } from '../../../../layers/kernel/params.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { GuestCount } from '../../../items/public/guest.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CounterDeltas } from '../../../patrons/public/counters.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import type { Block } from '../../../patrons/public/patron-status.ts';
import type { PatronUses } from '../../../patrons/public/patron-uses.ts';
import type { HoldReset } from '../holds/hold-reset.ts';
import type { DecisionContext } from './decision-context.ts';

/** One reason for a refusal; all reasons are returned at once (C26, C65). */
export type Refusal<C extends string = string> = { code: C; detail: string; pointer?: string; params?: Params };

/** A record to write whole. `expect` is the `v` that the stored record must have; absent means that no such record may exist. */
export type RecordChange<T> = { after: T; expect?: number };

/**
 * The changes of a patron's counters, under these limits. The `expected` values must be unchanged since the decision. `dueFrom` is set
 * where given, on the status as it was read: it holds for the loans of that status only.
 */
export type PatronChange = {
  patronId: string;
  add: CounterDeltas;
  limits: Limit[];
  expected?: { blocks: Block[]; expiresOn: string; holds?: number; loans?: number };
  dueFrom?: { read: string | undefined; set?: string; v?: number };
  /** The months of the patron's last uses, as read and from now on; only when they change. */
  uses?: { before: PatronUses | undefined; after: PatronUses };
};

/** The kinds of bill. */
export const billKinds = ['overdue', 'lost', 'lost-processing', 'damaged', 'fee'] as const;
export type BillKind = (typeof billKinds)[number];

/** A bill in the patron's own partition: the only link from a bill to a person. Minor units; `member` is owed. */
export type Bill = {
  billId: string;
  patronId: string;
  /** Of a loan's bill; absent on a fee that was charged by hand. */
  loanId?: string;
  itemId?: string;
  member: string;
  kind: BillKind;
  amount: number;
  currency: string;
  at: string;
  /** The cost centre of the patron's department, if any. */
  costCentre?: string;
};

/** A reversed charge in minor units; with `open`, only while exactly this amount of the bill is open. */
export type Reversal = { patronId: string; billId: string; amount: number; at: string; open?: number };

/** All writes of a decision, in one transaction, each record under its own condition. */
export type Changes = {
  item?: RecordChange<ItemCirculation>;
  patrons: PatronChange[];
  holds: RecordChange<Hold>[];
  bills: Bill[];
  /** Arrivals and departures of items in floating groups with a cap (C24). */
  guests?: GuestCount[];
  /** A reversed charge. With `open`, only while exactly this amount of the bill is open; no more than that is reversed. */
  refund?: Reversal;
  /** The reversed processing fee of a lost item. */
  feeRefund?: Reversal;
  /**
   * Another copy that was paged for a hold which this copy fills. It is released afterwards in a separate write, also by the stream
   * consumer: its claim is already stale.
   */
  pageToRelease?: { itemId: string; holdId: string };
  /** Another copy, released in this same write. */
  freedCopy?: RecordChange<ItemCirculation>;
  /** Holds that lost their copy by this decision, for the log of each (C48). */
  resets?: HoldReset[];
};

/** One checked rule, for the dry run: its result and reason. */
export type Check = { check: string; passed: boolean; detail: string; params?: Params; overridable?: boolean };

/** The explanation of a decision: every check, the loan rule with its alternatives, and what moved the due date. */
export type Explain = {
  checks: Check[];
  rule?: ResolvedRule;
  policyVersion?: number;
  due?: { due: string; moved: string[] };
};

export type Decided = {
  changes: Changes;
  facts: Fact[];
  postings: Posting[];
  warnings: string[];
  /** The circumstances of the decision, for the decision log. */
  context?: DecisionContext;
};

/** A decision, or every reason for a refusal; always explained, so that a dry run is a decision that is not saved. */
export type Decision<C extends string = string> = (Decided | { refused: Refusal<C>[] }) & { explain: Explain };

/** Returns a decision without changes. */
export const nothingYet = (): Decided => ({
  changes: { patrons: [], holds: [], bills: [] },
  facts: [],
  postings: [],
  warnings: [],
});
