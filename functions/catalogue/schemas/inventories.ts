import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { wrongFindings } from '../../items/public/wrong-findings.ts';

export const inventoryParams = z.strictObject({
  branchId: branchIdSchema,
  inventoryId: z.string().regex(/^inv_[0-9a-z]{26}$/),
});

export const locationSchema = z.string().trim().min(1).max(200);

const count = z.number().int();

/**
 * An inventory of a branch, or of one location of it. `counts` is present once it is counted: `expected` is the number of copies that
 * should have been on the shelf, the sum of `seen` and `notSeen`; then the wrong findings of scans, by kind.
 */
export const inventoryViewSchema = z.strictObject({
  inventoryId: z.string(),
  branchId: z.string(),
  location: z.string().optional(),
  state: z.enum(['open', 'closed', 'counted']),
  openedAt: z.string(),
  by: z.string(),
  closedAt: z.string().optional(),
  countedAt: z.string().optional(),
  counts: z
    .strictObject({
      expected: count,
      seen: count,
      notSeen: count,
      outOfPlace: count,
      onLoan: count,
      notOnShelf: count,
      unknown: count,
    })
    .optional(),
});
export type InventoryView = z.infer<typeof inventoryViewSchema>;

/** The kinds of report: copies that were not seen, or one kind of wrong finding. */
export const reportKinds = ['not-seen', ...wrongFindings] as const;

export const inventoryRefusals = {
  'unknown-inventory': { status: 404, meaning: 'This branch has no such inventory.' },
} as const satisfies Record<string, Refusal>;

export const exampleInventory: InventoryView = {
  inventoryId: 'inv_01kb0000000000000000000000',
  branchId: 'riverton.main',
  location: 'Adult fiction',
  state: 'counted',
  openedAt: '2026-11-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  closedAt: '2026-11-25T15:00:00.000Z',
  countedAt: '2026-11-25T15:05:00.000Z',
  counts: { expected: 4120, seen: 4108, notSeen: 12, outOfPlace: 9, onLoan: 2, notOnShelf: 1, unknown: 3 },
};
