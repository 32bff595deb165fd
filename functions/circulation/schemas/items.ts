import * as z from 'zod';
import { scannedSchema } from '../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../layers/platform/http/page.ts';
import { itemStateSchema } from '../../items/public/item-state-schema.ts';
import { sharedBarcodeRefusals } from '../../items/public/shared-barcode-refusals.ts';
import { transitPurposes } from '../../items/public/transit-purposes.ts';
import { holdSlipChoices } from '../../membership/public/branch.ts';
import { reasons } from '../domain/decisions/next-step.ts';
import { keysOf } from './loans.ts';

/** An item's barcode as scanned, or its id. */
export const itemRefSchema = scannedSchema;

/** The label of a copy on the hold shelf: its patron in the form that the branch chose, and the last day. */
export const shelfLabelSchema = z.strictObject({
  kind: z.enum(holdSlipChoices),
  label: z.string(),
  until: z.string().optional(),
});

/** A row of a branch's list: a copy, what it waits for, and where it goes. */
export const listRowSchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  memberId: z.string(),
  homeBranch: z.string(),
  location: z.string(),
  /** On lists of copies to find on the shelves: the call number, and a key that sorts rows in shelf order. */
  callNumber: z.string().optional(),
  shelfKey: z.string().optional(),
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
  /** Since when it is in transit, requested, or missing. */
  since: z.string().optional(),
  /** The reason why it is missing or damaged, or why its transit was cancelled. */
  reason: z.string().optional(),
  heldFor: shelfLabelSchema.optional(),
});

export type ListRow = z.infer<typeof listRowSchema>;

/**
 * The contents of a transit slip: origin, destination (for a hold its pickup branch), purpose (`onward` when it only passes through),
 * courier (routes in order, transfer branches, the days of the first, 1 is Monday) and tote. No patron: the pickup branch finds the hold
 * by scanning the item.
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

/** Where an item goes from here: onto its shelf, onto the hold shelf, to a branch, or aside. */
export const nextStepSchema = z.strictObject({
  step: z.enum(['shelve', 'hold-shelf', 'send', 'keep-aside']),
  branchId: z.string(),
  forHold: z.boolean(),
  /** The reason why it stays or goes. */
  because: z.enum(keysOf(reasons)),
});

export const itemRefusals = {
  'unknown-item': { status: 404, meaning: 'No item of the consortium bears this barcode or id.' },
  ...sharedBarcodeRefusals,
} as const satisfies Record<string, Refusal>;

/**
 * Returns the common part of the contracts of a branch's lists: read by its desk under the branch's path, a page at a time. Takes the
 * end of the path.
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

/** A page of copies, the response of most lists of a branch. */
export const copiesPage = z.strictObject({ items: z.array(listRowSchema), next: z.string().optional() });

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
