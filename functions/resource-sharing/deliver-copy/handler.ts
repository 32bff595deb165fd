import { documentWrite, loanDocumentStore } from '../../../layers/data/loan-document-store.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { isSecureAddress, openedDocument } from '../../../layers/domain/resource-sharing/copies/loan-document.ts';
import { handle } from '../../../layers/http/handle.ts';
import { refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { copyGone } from '../copies.ts';
import { takeStep } from '../step.ts';
import { staffAt } from '../who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const stores = sharingStores(runtime);
    return { ...stores, documents: loanDocumentStore(stores.table) };
  },
  async ({ actor, path: { requestId }, body: { branchId }, now }, deps) => {
    const who = staffAt(actor, branchId, 'requester');
    const request = (await deps.requests.load(requestId))?.request;
    if (request?.requesterMember !== who.eyes.member) return refuse('unknown-request', 'There is no such request.');
    const document = request.documentId === undefined ? undefined : await deps.documents.get(request.documentId);
    if (!document) return refuse('unknown-copy', 'No copy has been sent.');
    if (document.state === 'forgotten') return copyGone;
    if (document.url !== undefined && !isSecureAddress(document.url)) {
      return refuse('address-not-secure', 'The address is not https.');
    }
    const { copies: rule } = await deps.sharing(now);
    return takeStep(deps, {
      ...who,
      ...{ requestId, side: 'requester', trigger: 'deliver-copy', now, branchId },
      also: [documentWrite(document, openedDocument(document, rule, iso(now)))],
    });
  },
);
