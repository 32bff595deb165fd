import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { placingDeps } from '../../deps.ts';
import { resolveOpenUrl } from '../../use-cases/resolve-openurl.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, async ({ actor, query, now }, deps) => {
  const patronId = actor?.kind === 'patron' ? actor.id : undefined;
  return answer(await resolveOpenUrl(deps, { query, viewer: viewerOf(actor), patronId, now }));
});
