import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { editDeps } from '../../deps.ts';
import { blockScope, findBlock } from '../../domain/blocks.ts';
import { isHome } from '../../domain/is-home.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async (request, { edits, patrons, ids }) => {
  const { actor, now } = request;
  const { patronId } = request.path;
  const { branchId, code, everywhere, exceptAtHome } = request.body;
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library blocks everywhere.');
  const scope = blockScope(everywhere, branchId);
  if (findBlock(status.blocks, code, scope)) return refuse('blocked-already', 'This block stands already.');
  const spared = exceptAtHome ? { exceptAtHome: true as const } : {};
  const block = { code, scope, since: iso(now), by: actorName(actor), ...spared };
  const change = patronChange(request, ids, 'blocked', { code, scope });
  return (await edits.saveBlocks(status, [...status.blocks, block], change, request.keep({ patronId })))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
