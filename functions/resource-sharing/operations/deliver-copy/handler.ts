import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { documentWrite, loanDocumentStore } from '../../data/loan-document-store.ts';
import { isSecureAddress, type LoanDocument, openedDocument } from '../../domain/copies/loan-document.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { checkUpload } from '../../use-cases/check-upload.ts';
import { copyGone } from '../../use-cases/copies.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeStep } from '../../use-cases/step.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

/** The note of a copy that no link leads to: people have given it to the patron. */
const HANDED_OVER = 'HandedOver';

const deliveryStores = (runtime: Runtime) => {
  const stores = sharingStores(runtime);
  return { ...stores, documents: loanDocumentStore(stores.table), bucket: openBucket(runtime) };
};
type Stores = ReturnType<typeof deliveryStores>;

/** What the supplier has sent, to be opened for the patron; nothing where it came on paper or by mail. */
const sentCopy = async ({ documents }: Stores, { documentId }: LoanRequest) => {
  const document = documentId === undefined ? undefined : await documents.get(documentId);
  if (!document) return { document: undefined };
  if (document.state === 'forgotten') return copyGone;
  if (document.url !== undefined && !isSecureAddress(document.url)) {
    return refuse('address-not-secure', 'The address is not https.');
  }
  return { document };
};

/** The copy that is meant: what staff here have uploaded of what came, else what the supplier sent, else none. */
const meant = async (
  deps: Stores,
  request: LoanRequest,
  {
    documentId,
    handedOver,
    member,
  }: { documentId?: string | undefined; handedOver?: boolean | undefined; member: string },
) => {
  if (handedOver) return { document: undefined };
  if (documentId === undefined) return sentCopy(deps, request);
  const { requestId, asks } = request;
  return checkUpload(deps, { documentId, requestId, askId: asks.at(-1)?.askId, member });
};

const told = (document: LoanDocument | undefined) =>
  document ? { documentId: document.documentId } : { reason: HANDED_OVER };

export const handler = handle(
  contract,
  deliveryStores,
  async ({ actor, path: { requestId }, body: { branchId, ...which }, now, keep }, deps) => {
    const who = staffAt(actor, branchId, 'requester');
    const request = (await deps.requests.load(requestId))?.request;
    if (request?.requesterMember !== who.viewer.member) return refuse('unknown-request', 'There is no such request.');
    const found = await meant(deps, request, { ...which, member: who.viewer.member });
    if ('refused' in found) return found;
    const { document } = found;
    const { copies: rule } = await deps.sharing(now);
    return takeStep(deps, {
      ...who,
      ...{ requestId, side: 'requester', trigger: 'deliver-copy', now, branchId, keep },
      particulars: told(document),
      also: document ? [documentWrite(document, openedDocument(document, rule, iso(now)))] : [],
    });
  },
);
