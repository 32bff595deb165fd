import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CopyReadDeps } from '../../deps.ts';
import { copyOfPatron, copyView, noCopy, refusedLink } from './open-copy.ts';

/** Shows a patron a copy that was delivered to them, and how often it can still be opened. `now` in epoch ms. */
export const showOwnCopy = async (
  deps: CopyReadDeps,
  { documentId, patronId, now }: { documentId: string; patronId: string; now: number },
) => {
  const document = await copyOfPatron(deps, documentId, patronId);
  if (!document) return noCopy;
  const { copyrightNotice } = await deps.copyRules(now);
  return refusedLink(document, now) ?? answer(copyView(document, copyrightNotice));
};
