import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { saveBlocks } from '../../data/patron-edits.ts';
import { blockLike, scopeOf } from '../../use-cases/blocks.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { isHome } from '../../use-cases/home.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async (request, { table, patrons, ids }) => {
  const { actor, now } = request;
  const { patronId } = request.path;
  const { branchId, code, everywhere, exceptAtHome } = request.body;
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library blocks everywhere.');
  const scope = scopeOf(everywhere, branchId);
  if (blockLike(status.blocks, code, scope)) return refuse('blocked-already', 'This block stands already.');
  const spared = exceptAtHome ? { exceptAtHome: true as const } : {};
  const block = { code, scope, since: iso(now), by: actorName(actor), ...spared };
  const change = changeOf(request, ids, 'blocked', { code, scope });
  return (await saveBlocks(table, status, [...status.blocks, block], change, request.keep({ patronId })))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
