import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { patronEdits } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { BlockCode } from '../domain/record/block-codes.ts';
import { blockScope, findBlock } from '../domain/record/blocks.ts';
import type { PatronChange } from '../domain/record/change.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'notes'> & { edits: ReturnType<typeof patronEdits> };
type Input = {
  patronId: string;
  branchId: string;
  code: BlockCode;
  everywhere: boolean;
  change: (detail: PatronChange['detail']) => PatronChange;
  keep: Keep<{ patronId: string }>;
};

/** Lifts a block of a patron and ends its note. */
export const unblockPatron = async (
  { edits, patrons, notes }: Deps,
  { patronId, branchId, code, everywhere, change, keep }: Input,
) => {
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library lifts this block.');
  const lifted = findBlock(status.blocks, code, blockScope(everywhere, branchId));
  if (!lifted) return refuse('not-blocked', 'There is no such block.');
  const left = status.blocks.filter((block) => block !== lifted);
  const saved = await edits.saveBlocks(status, left, change({ code, scope: lifted.scope }), [
    notes.endBlock(status.patronId, lifted),
    ...keep({ patronId }),
  ]);
  return saved ? answer({ patronId }) : refuse('changed-meanwhile', 'Look the patron up again.');
};
