import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Problem } from '../../../api/problem.ts';
import type { Money } from '../shared/amount-field.tsx';
import type { Action } from '../shared/requests.ts';
import { problemOf, type StepInput, sendSteps } from '../shared/use-steps.ts';
import type { Loan } from './request.ts';

type Answer = Answered<'resource-sharing-get-request'>;
type Order = { loan: Loan; branchId: string; action: Action; input: StepInput };

/** Uploads the file to the address from the API. Returns the stored copy. */
const upload = async ({ loan: { requestId }, branchId }: Order, askId: string, file: File): Promise<string> => {
  const params = { path: { requestId } };
  const opened = { branchId, askId, fileName: file.name, bytes: file.size };
  const { documentId, upload } = await take(
    api.POST('/v1/resource-sharing/requests/{requestId}/copy', { params, body: opened, ...keyed(newKey()) }),
  );
  const put = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: file });
  if (!put.ok) throw new Problem(put.status, 'file-missing', '');
  return documentId;
};

/** Uploads the file, then reports it as sent; only a validated file is forwarded. */
const sendScan = async (order: Order) => {
  const { loan, branchId, action, input } = order;
  const { askId = '' } = action;
  if (input.file === undefined) throw new Problem(422, 'document-missing', '');
  const documentId = await upload(order, askId, input.file);
  const params = { path: { requestId: loan.requestId } };
  const body = { branchId, askId, documentId };
  await take(api.POST('/v1/resource-sharing/requests/{requestId}/supply-copy', { params, body, ...keyed(newKey()) }));
};

/** Delivers the copy: the supplier's, or an uploaded file; without either, or when declared, it was handed to the patron. */
const handOn = async (order: Order): Promise<Answer> => {
  const { loan, branchId, input } = order;
  const askId = loan.asks.at(-1)?.askId ?? '';
  const documentId = input.file && (await upload(order, askId, input.file));
  const given = input.handedOver && !documentId && { handedOver: true as const };
  const body = { branchId, ...(documentId && { documentId }), ...given };
  const params = { path: { requestId: loan.requestId } };
  return take(api.POST('/v1/resource-sharing/requests/{requestId}/deliver-copy', { params, body, ...keyed(newKey()) }));
};

/** The steps with which a desk handles an item: each has its own operation, which takes the scan and returns the request. */
const sendHandling = ({
  loan: { requestId },
  branchId,
  action: { trigger },
  input,
}: Order): Promise<Answer> | undefined => {
  const { barcode, inLibrary } = input;
  const call = { params: { path: { requestId } }, ...keyed(newKey()) };
  const body = { branchId, ...(barcode && { barcode }) };
  if (trigger === 'receive') {
    return take(api.POST('/v1/resource-sharing/requests/{requestId}/receive', { ...call, body }));
  }
  if (trigger === 'return')
    return take(api.POST('/v1/resource-sharing/requests/{requestId}/return', { ...call, body }));
  if (trigger !== 'lend') return undefined;
  const lent = { ...body, ...(inLibrary && { inLibrary }) };
  return take(api.POST('/v1/resource-sharing/requests/{requestId}/lend', { ...call, body: lent }));
};

const further = [
  ...(['offer-terms', 'check-in-damaged', 'let-through', 'agree-terms'] as const),
  ...(['write-to-supplier', 'write-to-requester'] as const),
] as const;

/** Returns the request fields changed with an agreement; unchanged ones are omitted. */
const changedRequest = (loan: Loan, { citation, needBy }: StepInput): Pick<StepInput, 'citation' | 'needBy'> => ({
  ...(citation && JSON.stringify(citation) !== JSON.stringify(loan.citation) && { citation }),
  ...(needBy && { needBy }),
});

/** Takes a step of one request with its own operation; returns the request where the API does. Throws the Problem of a refusal. */
export const sendStep = async (order: Order): Promise<Answer | undefined> => {
  const { loan, branchId, action, input } = order;
  const { requestId } = loan;
  const params = { path: { requestId } };
  const key = keyed(newKey());
  const handled = sendHandling(order);
  if (handled) return handled;
  if (action.atOnce !== undefined) {
    const [result] = await sendSteps(branchId, [{ row: loan, action, input }]);
    const problem = problemOf(result);
    if (problem) throw problem;
    return undefined;
  }
  if (action.trigger === 'supply-copy') {
    await sendScan(order);
    return undefined;
  }
  if (action.trigger === 'deliver-copy') return handOn(order);
  if (action.trigger === 'amend') {
    const body = { branchId, ...(input.citation && { citation: input.citation }) };
    return take(api.POST('/v1/resource-sharing/requests/{requestId}/amendments', { params, body, ...key }));
  }
  const step = further.find((one) => one === action.trigger);
  if (step === undefined) throw new Problem(409, 'not-in-this-state', '');
  const { reason, terms, decision, note } = input;
  const anew = step === 'agree-terms' ? changedRequest(loan, input) : {};
  const details = { ...(reason && { reason }), ...(terms && { terms }), ...(decision && { decision }) };
  const noteBody = note?.trim() ? { note } : {};
  const about = { ...(action.askId && { askId: action.askId }), ...details, ...noteBody, ...anew };
  return take(
    api.POST('/v1/resource-sharing/requests/{requestId}/steps', { params, body: { branchId, step, ...about }, ...key }),
  );
};

/** Accepts terms above the limit and raises the limit. */
export const agreeAndRaise = async (
  { loan, branchId }: Pick<Order, 'loan' | 'branchId'>,
  cost: Money,
): Promise<Answer> => {
  const body = { branchId, step: 'agree-terms' as const, maxCost: cost };
  const params = { path: { requestId: loan.requestId } };
  return take(api.POST('/v1/resource-sharing/requests/{requestId}/steps', { params, body, ...keyed(newKey()) }));
};

/** Amends a stopped request: it is for this record of the catalogue. */
export const nameRecord = (
  { loan: { requestId }, branchId }: Pick<Order, 'loan' | 'branchId'>,
  recordId: string,
): Promise<Answer> => {
  const params = { path: { requestId } };
  const body = { branchId, recordId };
  return take(api.POST('/v1/resource-sharing/requests/{requestId}/amendments', { params, body, ...keyed(newKey()) }));
};
