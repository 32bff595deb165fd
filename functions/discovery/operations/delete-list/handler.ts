import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { listDeps } from '../../deps.ts';
import { refuseGone } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, async ({ actor, path: { listId } }, { lists, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  await lists.delete(patronId, listId);
  return answer({ deleted: true as const });
});
