import { handle } from '../../../../layers/platform/http/handle.ts';
import { editDeps } from '../../deps.ts';
import { blockPatron } from '../../use-cases/block-patron.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, (request, deps) =>
  blockPatron(deps, {
    ...{ patronId: request.path.patronId, wanted: request.body },
    change: (detail) => patronChange(request, deps.ids, 'blocked', detail),
    beside: request.keep,
  }),
);
