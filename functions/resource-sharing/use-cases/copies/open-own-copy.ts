import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CopyDeps } from '../../deps.ts';
import { copyOfPatron, copyView, noCopy, openLink } from './open-copy.ts';

type Input = { documentId: string; patronId: string; now: number };

/** Uses the link of a patron's own copy once, and returns where the copy can be fetched. */
export const openOwnCopy = async (deps: CopyDeps, { documentId, patronId, now }: Input) => {
  const found = await copyOfPatron(deps, documentId, patronId);
  if (!found) return noCopy;
  const used = await openLink(deps, found, now);
  if ('refused' in used) return used;
  const { document, ...address } = used;
  const { copyrightNotice } = await deps.copyRules(now);
  return answer({ ...copyView(document, copyrightNotice), ...address });
};
