import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CopyDeps } from '../../deps.ts';
import { filePage } from '../../domain/copies/copy-page.ts';
import { findLinkedCopy, pageHeaders } from './find-linked-copy.ts';
import { COPY_MINUTES, copyView, noCopy, openLink } from './open-copy.ts';

/** Uses the link that a partner received once, and returns the page from which the copy can be fetched. */
export const openLinkedCopy = async (deps: CopyDeps, { token, now }: { token: string; now: number }) => {
  const found = await findLinkedCopy(deps, token);
  if (!found) return noCopy;
  const used = await openLink(deps, found, now);
  if ('refused' in used) return used;
  const { copyrightNotice } = await deps.copyRules(now);
  const view = copyView(used.document, copyrightNotice);
  return answer(filePage(view, used.url, COPY_MINUTES), pageHeaders);
};
