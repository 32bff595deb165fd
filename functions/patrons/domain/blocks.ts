import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Block } from './patron-status.ts';

/** Returns the scope of a block: the consortium, or the member of the branch. */
export const blockScope = (everywhere: boolean, branchId: string): string =>
  everywhere ? 'consortium' : memberOfBranch(branchId);

/** Finds the block of a code and scope. */
export const findBlock = (blocks: readonly Block[], code: string, scope: string): Block | undefined =>
  blocks.find((block) => block.code === code && block.scope === scope);
