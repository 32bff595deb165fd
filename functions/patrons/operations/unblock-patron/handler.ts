import { handle } from '../../../../layers/platform/http/handle.ts';
import { editDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { unblockPatron } from '../../use-cases/unblock-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, (request, deps) =>
  unblockPatron(deps, {
    ...{ ...request.path, ...request.body, keep: request.keep },
    change: (detail) => patronChange(request, deps.ids, 'unblocked', detail),
  }),
);
