import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { copyReadDeps } from '../../deps.ts';
import { copyOfPatron, copyView, noCopy, refusedLink } from '../../use-cases/copies/open-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyReadDeps, async ({ actor, path: { documentId }, now }, deps) => {
  const document = await copyOfPatron(deps, documentId, patronOf(actor).id);
  if (!document) return noCopy;
  const { copyrightNotice } = await deps.copyRules(now);
  return refusedLink(document, now) ?? answer(copyView(document, copyrightNotice));
});
