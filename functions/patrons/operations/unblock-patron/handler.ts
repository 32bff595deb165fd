import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { blockScope, findBlock } from '../../domain/record/blocks.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async (request, { edits, patrons, notes, ids }) => {
  const { patronId } = request.path;
  const { branchId, code, everywhere } = request.body;
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library lifts this block.');
  const lifted = findBlock(status.blocks, code, blockScope(everywhere, branchId));
  if (!lifted) return refuse('not-blocked', 'There is no such block.');
  const left = status.blocks.filter((block) => block !== lifted);
  const change = patronChange(request, ids, 'unblocked', { code, scope: lifted.scope });
  return (await edits.saveBlocks(status, left, change, [
    notes.endBlock(status.patronId, lifted),
    ...request.keep({ patronId }),
  ]))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
