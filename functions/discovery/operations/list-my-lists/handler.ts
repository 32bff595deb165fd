import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { listDeps } from '../../deps.ts';
import { refuseGone } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, async ({ actor, query: { recordId } }, { lists, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const all = await lists.read(patronId);
  if (recordId === undefined) return answer({ lists: [...all] });
  const { recordIds } = await lists.unionOf(recordId);
  const ids = all.map(({ listId }) => listId);
  const containing = await lists.containing(patronId, ids, recordIds);
  return answer({ lists: all.map((list) => ({ ...list, has: containing.has(list.listId) })) });
});
