import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { copyDeps } from '../../deps.ts';
import { copyOfPatron, copyView, noCopy, openLink } from '../../use-cases/copies/open-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyDeps, async ({ actor, path: { documentId }, now }, deps) => {
  const found = await copyOfPatron(deps, documentId, patronOf(actor).id);
  if (!found) return noCopy;
  const used = await openLink(deps, found, now);
  if ('refused' in used) return used;
  const { document, ...address } = used;
  const { copyrightNotice } = await deps.copyRules(now);
  return answer({ ...copyView(document, copyrightNotice), ...address });
});
