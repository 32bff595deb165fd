import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { titlesIn } from '../../../catalogue/public/titles.ts';
import { copyKey } from '../../data/copy-files.ts';
import { formatOfName, MAX_COPY_BYTES } from '../../domain/copies/copy-file.ts';
import { awaitedDocument, citedTitle } from '../../domain/copies/loan-document.ts';
import { type Ask, type LoanRequest, payerOf } from '../../domain/requests/request.ts';
import { refuseByService } from '../../domain/workflow/refusals.ts';
import { actionsFor } from '../../domain/workflow/workflow.ts';
import { copyStores } from '../../use-cases/copies.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

/** How long the address takes the file, in seconds. */
const OPEN_SECONDS = 900;

const refusedToSupplier = (request: LoanRequest, ask: Ask) => {
  if (ask.closedAt !== undefined) return refuse('ask-closed', 'The request has gone on without this library.');
  if (refuseByService(request, 'copy')) return refuse('loan-wanted', 'The requester wants the item itself.');
  const may = actionsFor(ask.supplierState, 'supplier', request.service);
  return may.some(({ trigger }) => trigger === 'supply-copy')
    ? undefined
    : refuse('not-in-this-state', 'No copy can be sent in this state.');
};

/** The requester's own staff upload what has come, for as long as it has not been handed on. */
const refusedToRequester = ({ state, asks }: LoanRequest, askId: string) => {
  if (askId !== asks.at(-1)?.askId) return refuse('ask-closed', 'The copy came by another ask.');
  return state === 'copy-received' ? undefined : refuse('not-in-this-state', 'No copy waits to be handed on.');
};

export const handler = handle(
  contract,
  (runtime) => {
    const stores = copyStores(runtime);
    return { ...stores, titles: titlesIn(stores.table) };
  },
  async ({ actor, path: { requestId }, body, now }, { requests, documents, titles, bucket, ids }) => {
    const { branchId, askId, fileName, bytes } = body;
    const { member } = staffAt(actor, branchId, 'supplier').viewer;
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
    return answer({ documentId, upload: { method: 'PUT' as const, url, headers: {}, expiresAt } });
  },
);
