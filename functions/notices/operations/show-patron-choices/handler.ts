import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { choicesView } from '../../use-cases/choices-view.ts';
import { findPatronAtHome } from '../../use-cases/find-patron-at-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path, query, now }, deps) => {
  const found = await findPatronAtHome(deps, { ...path, ...query });
  return 'refused' in found ? found : answer(await choicesView(deps, found.patron, now));
});
