import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { previewMatching } from '../../use-cases/preview-matching.ts';
import { viewerOf } from '../../use-cases/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, body: { rules, ...page }, now }, deps) => {
  const preview = await previewMatching({ ...deps, viewer: viewerOf(actor), now }, rules, page);
  return preview === 'bad-cursor'
    ? refuse(preview, 'This cursor is not one of this list.', '/body/after')
    : answer(preview);
});
