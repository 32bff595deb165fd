import { answer, type Outcome, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { copyKey } from '../../data/copy-files.ts';
import type { UploadDeps } from '../../deps.ts';
import { formatOfName, MAX_COPY_BYTES } from '../../domain/copies/copy-file.ts';
import { awaitedDocument, citedTitle } from '../../domain/copies/loan-document.ts';
import { type Ask, type LoanRequest, payerOf } from '../../domain/requests/request.ts';
import { refuseByService } from '../../domain/workflow/refusals.ts';
import { actionsFor } from '../../domain/workflow/workflow.ts';

/** How long the address accepts the file, in seconds. */
const OPEN_SECONDS = 900;

const refusedToSupplier = (request: LoanRequest, ask: Ask) => {
  if (ask.closedAt !== undefined) return refuse('ask-closed', 'The request has gone on without this library.');
  if (refuseByService(request, 'copy')) return refuse('loan-wanted', 'The requester wants the item itself.');
  const may = actionsFor(ask.supplierState, 'supplier', request.service);
  return may.some(({ trigger }) => trigger === 'supply-copy')
    ? undefined
    : refuse('not-in-this-state', 'No copy can be sent in this state.');
};

/** The requester's own staff upload a copy that has arrived, until it is handed to the patron. */
const refusedToRequester = ({ state, asks }: LoanRequest, askId: string) => {
  if (askId !== asks.at(-1)?.askId) return refuse('ask-closed', 'The copy came by another ask.');
  return state === 'copy-received' ? undefined : refuse('not-in-this-state', 'No copy waits to be handed on.');
};

type Code =
  | 'unknown-request'
  | 'ask-closed'
  | 'loan-wanted'
  | 'not-in-this-state'
  | 'unknown-format'
  | 'file-too-large';
type Upload = { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: string };

/** The file that staff of a member are about to upload for an ask. */
export type UploadInput = {
  requestId: string;
  askId: string;
  member: string;
  fileName: string;
  bytes: number;
  now: number;
};

/** Opens the upload of a copy: stores its document and returns the address that accepts the file. */
export const uploadCopy = async (
  { requests, documents, titles, bucket, ids }: UploadDeps & { ids: Ids },
  { requestId, askId, member, fileName, bytes, now }: UploadInput,
): Promise<Outcome<{ documentId: string; upload: Upload }, Code>> => {
  const request = (await requests.load(requestId))?.request;
  const ask = request?.asks.find((one) => one.askId === askId);
  const isRequesters = request?.requesterMember === member;
  if (!request || !ask || !(isRequesters || ask.supplierMember === member)) {
    return refuse('unknown-request', 'There is no such request.');
  }
  attributeUsage({ requester: payerOf(request) });
  const refused = isRequesters ? refusedToRequester(request, askId) : refusedToSupplier(request, ask);
  if (refused) return refused;
  const format = formatOfName(fileName);
  if (format === undefined) return refuse('unknown-format', 'Send a PDF, TIFF, JPEG or PNG.', '/body/fileName');
  if (bytes > MAX_COPY_BYTES) {
    return refuse('file-too-large', `The file has ${bytes} bytes; ${MAX_COPY_BYTES} are taken.`, '/body/bytes');
  }
  const title = citedTitle(request.citation) ?? (await titles.ofRecord(request.recordId, now));
  const documentId = ids.next('loan-document', now);
  const file = { format, bytes };
  const document = awaitedDocument(request, {
    ...{ documentId, askId, supplierMember: member, at: iso(now), title, file },
  });
  await documents.add(document);
  const url = await bucket.uploadUrl(copyKey({ ...document, file }), bytes, OPEN_SECONDS);
  const expiresAt = iso(now + OPEN_SECONDS * 1000);
  return answer({ documentId, upload: { method: 'PUT', url, headers: {}, expiresAt } });
};
