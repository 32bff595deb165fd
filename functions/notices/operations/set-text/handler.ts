import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { setText } from '../../use-cases/set-text.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ actor, path, body, now }, deps) => {
  const { owner, ...which } = path;
  const { version: before, ...text } = body;
  return setText(deps, { actor, owner, which, text, before, now });
});
