import * as z from 'zod';
import { scannedSchema } from '../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { paramsSchema } from '../../../layers/kernel/params.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../layers/platform/http/page.ts';
import { holdStates } from '../../items/public/hold-states.ts';
import { transitPurposes } from '../../items/public/item-circulation.ts';
import { itemStateSchema } from '../../items/public/item-state-schema.ts';
import { loanStates } from '../../items/public/loan-states.ts';
import { sharedBarcodeRefusals } from '../../items/public/shared-barcode.ts';
import { billLineSchema } from '../domain/bill-line.ts';
import { billKinds } from '../domain/decision.ts';
import type { RenewalRequestRefusal } from '../domain/interlibrary-loans.ts';
import { reasons } from '../domain/next-step.ts';
import { circulationRefusals, type RefusalCode, refusalParams } from '../domain/refusals.ts';

const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

/** An item's barcode as scanned, or its id. */
export const itemRefSchema = scannedSchema;
/** A card number as scanned, or a patron's id. `member` beside it tells two holders of one old number apart. */
export const patronRefSchema = scannedSchema;
export const patronRef = { patron: patronRefSchema, member: memberIdSchema.optional() };

/** What a supervisor lets through, with the reason; `due` where the rules give no due date that fits (C65). */
export const overrideSchema = z.strictObject({
  comment: z.string().trim().min(3).max(500),
  due: z.iso.datetime().optional(),
});

export { atListedDesk, itemStateSchema, moneySchema };

/** A loan as shown. Instants are ISO 8601 UTC; `title` is left out where the reader may not see it (design.md section 10). */
export const loanViewSchema = z.strictObject({
  loanId: z.string(),
  /** Empty, as the barcode, where the reader may not know what is lent (C77). */
  itemId: z.string(),
  barcode: z.string(),
  recordId: z.string().optional(),
  title: z.string().optional(),
  memberId: z.string(),
  checkoutBranch: z.string(),
  checkedOutAt: z.string(),
  due: z.string(),
  state: z.enum(keysOf(loanStates.states)),
  renewals: z.number().int(),
  /** Somebody borrowed it for the patron, by leave. */
  byProxy: z.literal(true).optional(),
});
export type LoanView = z.infer<typeof loanViewSchema>;

/** A hold as shown; `place` counts from 1 for the next, and is left out when it does not wait any more. */
export const holdViewSchema = z.strictObject({
  holdId: z.string(),
  /** Empty where the reader may not know what is wanted. */
  recordId: z.string(),
  title: z.string().optional(),
  /** How much it leaves open, and for what it is when that is not any copy of the title. */
  level: z.enum(['work', 'title', 'part', 'copy']),
  itemId: z.string().optional(),
  part: z.string().optional(),
  editions: z.array(z.string()).optional(),
  pickupBranch: branchIdSchema,
  placedAt: z.string(),
  state: z.enum(keysOf(holdStates.states)),
  place: z.number().int().optional(),
  shelfExpiresAt: z.string().optional(),
  neededUntil: z.string().optional(),
  suspended: z.strictObject({ from: z.string(), until: z.string().optional() }).optional(),
  /**
   * How long it may wait: an estimate, not a promise. The copies that could fill it, and days as if each were lent for its
   * whole period to each of those before; no days where no copy can.
   */
  wait: z.strictObject({ copies: z.number().int(), days: z.number().int().optional() }).optional(),
  /** Since when no copy in the consortium could fill it. */
  hopelessSince: z.string().optional(),
});
export type HoldView = z.infer<typeof holdViewSchema>;

/** A hold as staff see it in a queue: whose patron waits, by library; which one, only where the hold is theirs to handle. */
export const queuedHoldSchema = z.strictObject({
  ...holdViewSchema.shape,
  patronMember: z.string(),
  patronId: z.string().optional(),
});
export type QueuedHold = z.infer<typeof queuedHoldSchema>;

/** A bill as shown; amounts in minor units. */
export const billViewSchema = z.strictObject({
  billId: z.string(),
  kind: z.enum(billKinds),
  /** The member that is owed. */
  memberId: z.string(),
  at: z.string(),
  amount: z.number().int(),
  open: z.number().int(),
  currency: z.string(),
  itemId: z.string().optional(),
  title: z.string().optional(),
});
export type BillView = z.infer<typeof billViewSchema>;

/** A bill as staff see it: also what happened to it, oldest first, and who did that (empty where it is another member's). */
export const staffBillSchema = z.strictObject({ ...billViewSchema.shape, lines: z.array(billLineSchema) });

export const checkSchema = z.strictObject({
  check: z.string(),
  passed: z.boolean(),
  detail: z.string(),
  params: paramsSchema.optional(),
});

/** Why it was decided so: the loan rule that won, value by value, with what else was looked at. */
export const explainSchema = z.strictObject({
  checks: z.array(checkSchema),
  policyVersion: z.number().int().optional(),
  due: z.strictObject({ due: z.string(), moved: z.array(z.string()) }).optional(),
  values: z
    .array(
      z.strictObject({
        value: z.string(),
        ruleId: z.string(),
        decider: z.string(),
        considered: z.array(z.strictObject({ ruleId: z.string(), specificity: z.number(), outcome: z.string() })),
        /** Which bound of the consortium held it; `from` is null where the rule sets no limit. */
        held: z.strictObject({ by: z.string(), from: z.number().nullable(), to: z.number() }).optional(),
      }),
    )
    .optional(),
});

/** The row of a list of a branch: a copy, what it waits for, and where it goes. */
export const listRowSchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  memberId: z.string(),
  homeBranch: z.string(),
  location: z.string(),
  currentBranch: z.string(),
  state: itemStateSchema,
  recordId: z.string().optional(),
  title: z.string().optional(),
  holdId: z.string().optional(),
  pickupBranch: z.string().optional(),
  shelfExpiresAt: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  purpose: z.enum(transitPurposes).optional(),
  /** Since when it travels, is asked for, or is missing. */
  since: z.string().optional(),
  /** Why it is missing, damaged or called back. */
  reason: z.string().optional(),
});
export type ListRow = z.infer<typeof listRowSchema>;

/**
 * What the paper says that travels with an item: from where, to which branch (for a hold its pickup branch), why (`onward`
 * when it only passes), by which courier (routes in order, the stops where it changes, the days of the first, 1 is Monday) and
 * in which tote. No patron: the pickup branch finds the hold by scanning the item.
 */
export const slipSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  purpose: z.enum(['home', 'hold', 'holding', 'transfer', 'onward']),
  routes: z.array(z.string()).optional(),
  days: z.array(z.number().int()).optional(),
  via: z.array(z.string()).optional(),
  tote: z.string().optional(),
});
export type Slip = z.infer<typeof slipSchema>;

/** How a desk handles money by the fees in force, in their currency's minor units. No currency where none were adopted. */
export const deskMoneyViewSchema = z.strictObject({
  currency: z.string().optional(),
  means: z.array(z.string()),
  waiveLimit: z.number().int(),
  refundLimit: z.number().int(),
  fees: z.array(z.strictObject({ fee: z.string(), amount: z.number().int() })),
});

/** Where an item goes from here: onto its shelf, the hold shelf, to a branch, or aside. */
export const nextStepSchema = z.strictObject({
  step: z.enum(['shelve', 'hold-shelf', 'send', 'keep-aside']),
  branchId: z.string(),
  forHold: z.boolean(),
  /** Why it stays or goes. */
  because: z.enum(keysOf(reasons)),
});

/** Desk staff and their supervisors at the branch that the request names. */
export const atDesk: Permission = {
  who: 'staff',
  roles: ['desk', 'desk-supervisor'],
  at: { branch: 'body.branchId' },
};
/** A self-check machine, bound to the branch that the request names. */
export const atSelfCheck: Permission = { who: 'machine', scope: 'self-check', at: { branch: 'body.branchId' } };

/** The domain's refusals as an operation's: what a rule refuses is a conflict with how things stand (409). */
export const ruled = <C extends RefusalCode>(codes: readonly C[]): Record<C, Refusal> =>
  Object.fromEntries(
    codes.map((code) => {
      const params: Record<string, string> | undefined = Object.entries(refusalParams).find(
        ([one]) => one === code,
      )?.[1];
      return [code, { status: 409, meaning: circulationRefusals[code].meaning, ...(params && { params }) }];
    }),
  ) as Record<C, Refusal>;

export const itemRefusals = {
  'unknown-item': { status: 404, meaning: 'No item of the consortium bears this barcode or id.' },
  ...sharedBarcodeRefusals,
} as const satisfies Record<string, Refusal>;
export const patronRefusals = {
  'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
  'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
  'card-shared': { status: 409, meaning: 'Two members gave out this number: ask for the home library and say which.' },
  'held-at': { status: 409, meaning: 'One of the home libraries to choose from; detail is its id.' },
} as const satisfies Record<string, Refusal>;
export const placeRefusals = {
  'unknown-branch': { status: 422, meaning: 'There is no such branch.' },
  'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
} as const satisfies Record<string, Refusal>;
export const changedRefusal = {
  'changed-meanwhile': { status: 409, meaning: 'Others changed the same records again and again: try again.' },
} as const satisfies Record<string, Refusal>;
/**
 * All that the lists of a branch have in common, for their contracts: read by its desk under the branch, a page at a time.
 * Takes the end of the path.
 */
export const branchList = <P extends string>(list: P) =>
  ({
    context: 'circulation',
    service: 'circulation',
    method: 'GET',
    path: `/v1/circulation/branches/{branchId}/${list}`,
    permission: [atListedDesk],
    touches: { table: 'read' },
    params: z.strictObject({ branchId: branchIdSchema }),
    query: z.strictObject(pageQuery),
    refusals: cursorRefusal,
  }) as const;
/** A page of copies, as most lists of a branch give it. */
export const copiesPage = z.strictObject({ items: z.array(listRowSchema), next: z.string().optional() });

export const overrideRefusal = {
  'not-a-supervisor': { status: 403, meaning: 'Only a desk supervisor of this branch may let a refusal through.' },
} as const satisfies Record<string, Refusal>;

/** A means of payment, one of those that the fees in force name. */
export const meansSchema = z.string().min(1).max(20);
export const billRefusals = {
  'unknown-bill': { status: 404, meaning: 'The patron has no such bill.' },
  'unknown-branch': placeRefusals['unknown-branch'],
} as const satisfies Record<string, Refusal>;
export const moneyRefusals = {
  ...billRefusals,
  'till-closed': { status: 409, meaning: 'The till of this branch is closed for the day.' },
  'unknown-means': { status: 422, meaning: 'Desks do not take this means of payment.' },
} as const satisfies Record<string, Refusal>;
export const supervisorRefusal = {
  'needs-supervisor': { status: 403, meaning: 'So much takes a desk supervisor of this branch.' },
} as const satisfies Record<string, Refusal>;

export const exampleLoan: LoanView = {
  loanId: 'lon_01kb0000000000000000000000',
  itemId: 'itm_01kb0000000000000000000000',
  barcode: '31234000123456',
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Emma',
  memberId: 'riverton',
  checkoutBranch: 'lakeshore.main',
  checkedOutAt: '2026-11-24T15:00:00.000Z',
  due: '2026-12-15T04:59:59.000Z',
  state: 'open',
  renewals: 0,
};
export const exampleHold: HoldView = {
  holdId: 'hld_01kb0000000000000000000000',
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Emma',
  level: 'title',
  pickupBranch: 'lakeshore.main',
  placedAt: '2026-11-24T15:00:00.000Z',
  state: 'placed',
  place: 1,
};
export const exampleBill: BillView = {
  billId: 'bil_01kb0000000000000000000000',
  kind: 'overdue',
  memberId: 'harcourt',
  at: '2026-11-24T15:00:00.000Z',
  amount: 350,
  open: 350,
  currency: 'USD',
  itemId: 'itm_01kb0000000000000000000000',
  title: 'Emma',
};
export const exampleStaffBill: z.infer<typeof staffBillSchema> = {
  ...exampleBill,
  lines: [{ at: exampleBill.at, did: 'charged', amount: 350, by: 'staff:stf_01kb0000000000000000000000' }],
};
export const exampleRow: ListRow = {
  itemId: 'itm_01kb0000000000000000000000',
  barcode: '31234000123456',
  memberId: 'riverton',
  homeBranch: 'riverton.main',
  location: 'Adult fiction',
  currentBranch: 'riverton.main',
  state: 'paged',
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Emma',
  holdId: 'hld_01kb0000000000000000000000',
  pickupBranch: 'lakeshore.main',
};

/** What the supplier's library or the request itself answers to a renewal of an interlibrary loan. */
export const renewalRequestRefusals = {
  'unknown-request': { status: 404, meaning: 'There is no such request, or the caller’s library has no part in it.' },
  'request-ended': { status: 409, meaning: 'The request has ended.' },
  'ask-closed': { status: 409, meaning: 'This ask has ended; the request has gone on without this supplier.' },
  'not-in-this-state': { status: 409, meaning: 'This cannot be done in the state that the request is in.' },
  'changed-meanwhile': { status: 409, meaning: 'Others changed the request again and again: try again.' },
} as const satisfies Record<RenewalRequestRefusal, Refusal>;
