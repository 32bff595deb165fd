import { handle } from '../../../../layers/platform/http/handle.ts';
import { editDeps } from '../../deps.ts';
import { noteOptIn } from '../../use-cases/note-opt-in.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, (request, deps) =>
  noteOptIn(deps, {
    ...{ ...request.body, now: request.now },
    change: (detail) => patronChange(request, deps.ids, 'consent-set', detail),
  }),
);
