import * as z from 'zod';
import type { Block } from '../../layers/domain/circulation/patron-standing.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';

/** What names a block. No free text: that would be personal data outside the one item that can be erased. */
export const blockBody = {
  code: z.enum(['address-unknown', 'unreturned-items', 'conduct', 'card-misuse', 'library-decision']),
  /** Everywhere in the consortium, or (by default) at the desk's own member. */
  everywhere: z.boolean().default(false),
};

/** Where a block holds. */
export const scopeOf = (everywhere: boolean, branchId: string): string =>
  everywhere ? 'consortium' : memberOfBranch(branchId);

/** The block of this code and scope among these. */
export const blockLike = (blocks: readonly Block[], code: string, scope: string): Block | undefined =>
  blocks.find((block) => block.code === code && block.scope === scope);
