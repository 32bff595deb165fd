import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CopyReadDeps } from '../../deps.ts';
import { linkPage } from '../../domain/copies/copy-page.ts';
import { findLinkedCopy, pageHeaders } from './find-linked-copy.ts';
import { copyView, noCopy, refusedLink } from './open-copy.ts';

/** Shows the page behind a partner's link: what the copy is of, and a button that fetches it. `now` in epoch ms. */
export const showLinkedCopy = async (deps: CopyReadDeps, token: string, now: number) => {
  const document = await findLinkedCopy(deps, token);
  if (!document) return noCopy;
  const { copyrightNotice } = await deps.copyRules(now);
  const page = () => linkPage(copyView(document, copyrightNotice));
  return refusedLink(document, now) ?? answer(page(), pageHeaders);
};
