import { handle } from '../../../../layers/platform/http/handle.ts';
import { editDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { renewCard } from '../../use-cases/renew-card.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, (request, deps) =>
  renewCard(deps, {
    ...{ ...request.path, ...request.body, now: request.now, keep: request.keep },
    change: (detail) => patronChange(request, deps.ids, 'card-renewed', detail),
  }),
);
