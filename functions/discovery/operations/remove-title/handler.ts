import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { listDeps } from '../../deps.ts';
import { refuseGone, refuseUnknownList } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, async ({ actor, path }, { lists, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const { recordIds } = await lists.unionOf(path.recordId);
  const isThere = await lists.remove(patronId, path.listId, [...new Set([path.recordId, ...recordIds])]);
  return isThere ? answer({ removed: true as const }) : refuseUnknownList();
});
