import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { saveBlocks } from '../../data/patron-edits.ts';
import { blockLike, scopeOf } from '../../use-cases/blocks.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { isHome } from '../../use-cases/home.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async (request, { table, patrons, ids }) => {
  const { patronId } = request.path;
  const { branchId, code, everywhere } = request.body;
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library lifts this block.');
  const lifted = blockLike(status.blocks, code, scopeOf(everywhere, branchId));
  if (!lifted) return refuse('not-blocked', 'There is no such block.');
  const left = status.blocks.filter((block) => block !== lifted);
  const change = changeOf(request, ids, 'unblocked', { code, scope: lifted.scope });
  return (await saveBlocks(table, status, left, change, request.keep({ patronId })))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
