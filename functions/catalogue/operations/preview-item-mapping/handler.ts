import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { mappingDeps } from '../../deps.ts';
import { previewMapping } from '../../use-cases/preview-mapping.ts';
import { previewView } from '../../use-cases/preview-mapping-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, async ({ path, body: { records, ...asked } }, deps) => {
  const outcome = await previewMapping(deps, { ...path, ...asked, bytes: Buffer.from(records, 'base64') });
  return 'refused' in outcome ? outcome : answer(previewView(outcome.form, outcome.previewed));
});
