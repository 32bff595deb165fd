import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Block, BlockedAct } from './patron-status.ts';

/** Returns the scope of a block: the consortium, or the member of the branch. */
export const blockScope = (everywhere: boolean, branchId: string): string =>
  everywhere ? 'consortium' : memberOfBranch(branchId);

/** Returns whether a block applies on a day (`YYYY-MM-DD`): it ends automatically after its last one. */
export const appliesOn = ({ until }: Pick<Block, 'until'>, day: string): boolean => until === undefined || day <= until;

/** Returns whether a block prevents an act. */
export const prevents = ({ stops }: Pick<Block, 'stops'>, act: BlockedAct): boolean => stops?.includes(act) ?? true;

/** Finds the block of a code and scope. */
export const findBlock = (blocks: readonly Block[], code: string, scope: string): Block | undefined =>
  blocks.find((block) => block.code === code && block.scope === scope);
