import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { blockCodes } from '../domain/block-codes.ts';
import type { Block } from '../domain/patron-status.ts';

/** What names a block. */
export const blockBody = {
  code: z.enum(blockCodes),
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
