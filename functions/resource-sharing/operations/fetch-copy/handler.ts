import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { copyReadDeps } from '../../deps.ts';
import { linkPage } from '../../domain/copies/copy-page.ts';
import { findLinkedCopy, pageHeaders } from '../../use-cases/copies/find-linked-copy.ts';
import { copyView, noCopy, refusedLink } from '../../use-cases/copies/open-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyReadDeps, async ({ path: { token }, now }, deps) => {
  const document = await findLinkedCopy(deps, token);
  if (!document) return noCopy;
  const { copyrightNotice } = await deps.copyRules(now);
  const page = () => linkPage(copyView(document, copyrightNotice));
  return refusedLink(document, now) ?? answer(page(), pageHeaders);
});
