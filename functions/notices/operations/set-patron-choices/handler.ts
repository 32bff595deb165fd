import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { findPatronAtHome } from '../../use-cases/find-patron-at-home.ts';
import { setChoices } from '../../use-cases/set-choices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, path, body, now }, deps) => {
  const { branchId, ...choices } = body;
  const found = await findPatronAtHome(deps, { ...path, branchId, toChange: true });
  return 'refused' in found ? found : setChoices(deps, found.patron, choices, { actor, now, branchId });
});
