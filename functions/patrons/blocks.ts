import * as z from 'zod';
import type { Block } from '../../layers/domain/circulation/patron-standing.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';

/**
 * What names a block. What a code stops (loans, new holds, capture, pickup) is the consortium's holds policy (C27);
 * `subscription-unpaid` refuses under its own name (C35).
 */
export const blockBody = {
  code: z.enum([
    'address-unknown',
    'unreturned-items',
    'conduct',
    'card-misuse',
    'subscription-unpaid',
    'library-decision',
  ]),
  /** Everywhere in the consortium, or (by default) at the desk's own member. */
  everywhere: z.boolean().default(false),
  /** Why, in words. Kept in the patron's own log of changes, which is erased with the patron; never in the block. */
  note: z.string().trim().min(1).max(500).optional(),
};

/** Where a block holds. */
export const scopeOf = (everywhere: boolean, branchId: string): string =>
  everywhere ? 'consortium' : memberOfBranch(branchId);

/** The block of this code and scope among these. */
export const blockLike = (blocks: readonly Block[], code: string, scope: string): Block | undefined =>
  blocks.find((block) => block.code === code && block.scope === scope);
