import { handle } from '../../../../layers/platform/http/handle.ts';
import { mappingDeps } from '../../deps.ts';
import { noteOf } from '../../use-cases/describe-act.ts';
import { setVisibility } from '../../use-cases/set-visibility.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, (request, deps) => {
  const { path, body, keep } = request;
  return setVisibility(deps, { ...path, ...body, note: noteOf(deps, request), keep });
});
