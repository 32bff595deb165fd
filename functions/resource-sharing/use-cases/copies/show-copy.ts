import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import type { CopyDeps } from '../../deps.ts';
import { payerOf } from '../../domain/requests/request.ts';
import { viewerRoleOf } from '../request-role.ts';
import { addressOf, copyGone, copyView } from './open-copy.ts';

type Actor = Parameters<typeof viewerRoleOf>[1];

/** Shows staff of the requester, or of the supplier that sent it, the copy of a request and where it can be fetched. */
export const showCopy = async (
  deps: CopyDeps,
  { actor, requestId, now }: { actor: Actor; requestId: string; now: number },
) => {
  const request = (await deps.requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  if (!request || !viewer || viewer.as === 'patron') return refuse('unknown-request', 'There is no such request.');
  attributeUsage({ requester: payerOf(request) });
  const document = request.documentId === undefined ? undefined : await deps.documents.get(request.documentId);
  // A supplier that was asked before may not see another supplier’s copy.
  const isTheirs = viewer.as === 'requester' || document?.supplierMember === viewer.member;
  if (!document || !isTheirs) return refuse('unknown-copy', 'No copy has been sent.');
  const address = document.state === 'forgotten' ? undefined : await addressOf(deps.bucket, document, now);
  if (!address) return copyGone;
  const { copyrightNotice } = await deps.copyRules(now);
  return answer({ ...copyView(document, copyrightNotice), ...address });
};
