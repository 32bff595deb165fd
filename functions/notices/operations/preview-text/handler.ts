import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { previewText } from '../../use-cases/preview-text.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ path, body, now }, deps) => {
  const { draft, ...which } = body;
  return previewText(deps, { ...path, which, draft, now });
});
