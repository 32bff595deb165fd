import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { editPatron } from '../../use-cases/edit-patron.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, (request, deps) => {
  const { branchId, version, note: _, ...edit } = request.body;
  return editPatron(deps, {
    ...{ patronId: request.path.patronId, branchId, version, edit, now: request.now },
    change: (changed) => patronChange(request, deps.ids, 'edited', { changed }),
    beside: request.keep,
  });
});
