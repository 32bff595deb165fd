import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { documentWrite } from '../../data/loan-document-store.ts';
import type { DeliveryDeps } from '../../deps.ts';
import { isSecureAddress, type LoanDocument, openedDocument } from '../../domain/copies/loan-document.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { type StepInput, takeStep } from '../take-step.ts';
import { checkUpload } from './check-upload.ts';
import { copyGone } from './open-copy.ts';

/** The reason noted for a copy without a link: staff gave it to the patron. */
const HANDED_OVER = 'HandedOver';

/** Finds the document that the supplier sent; none for a copy on paper or by post. */
const sentCopy = async ({ documents }: DeliveryDeps, { documentId }: LoanRequest) => {
  const document = documentId === undefined ? undefined : await documents.get(documentId);
  if (!document) return { document: undefined };
  if (document.state === 'forgotten') return copyGone;
  if (document.url !== undefined && !isSecureAddress(document.url)) {
    return refuse('address-not-secure', 'The address is not https.');
  }
  return { document };
};

/** Finds the copy to deliver: the one that staff here uploaded, else the one that the supplier sent, else none. */
const copyToDeliver = async (
  deps: DeliveryDeps,
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

const handoverDetails = (document: LoanDocument | undefined) =>
  document ? { documentId: document.documentId } : { reason: HANDED_OVER };

/** The step of delivery by staff of the requester, and which copy is meant. */
export type Delivery = Omit<StepInput, 'side' | 'trigger' | 'particulars' | 'also' | 'viewer'> & {
  viewer: StepInput['viewer'] & { member: string };
  documentId?: string | undefined;
  handedOver?: boolean | undefined;
};

/** Hands a copy to its patron: opens its link, or notes that staff gave it to the patron. */
export const deliverCopy = async (deps: DeliveryDeps, { documentId, handedOver, ...step }: Delivery) => {
  const { requestId, now } = step;
  const { member } = step.viewer;
  const request = (await deps.requests.load(requestId))?.request;
  if (request?.requesterMember !== member) return refuse('unknown-request', 'There is no such request.');
  const found = await copyToDeliver(deps, request, { documentId, handedOver, member });
  if ('refused' in found) return found;
  const { document } = found;
  const { copies: rule } = await deps.sharing(now);
  return takeStep(deps, {
    ...{ ...step, side: 'requester', trigger: 'deliver-copy' },
    particulars: handoverDetails(document),
    also: document ? [documentWrite(document, openedDocument(document, rule, iso(now)))] : [],
  });
};
