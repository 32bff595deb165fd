import { api, keyed, newKey, take } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { Action } from '../loans/loans.ts';
import { problemOf, type Said, sendSteps } from '../loans/use-steps.ts';
import type { Loan } from './loan.ts';

type Order = { loan: Loan; branchId: string; action: Action; said: Said };

/** Sends the file where the API says, then tells that it is there: only what was looked at is sent on. */
const sendScan = async ({ loan: { requestId }, branchId, action: { askId = '' }, said: { file } }: Order) => {
  if (file === undefined) throw new Problem(422, 'document-missing', '');
  const params = { path: { requestId } };
  const opened = { branchId, askId, fileName: file.name, bytes: file.size };
  const { documentId, upload } = await take(
    api.POST('/v1/resource-sharing/requests/{requestId}/copy', { params, body: opened, ...keyed(newKey()) }),
  );
  const put = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: file });
  if (!put.ok) throw new Problem(put.status, 'file-missing', '');
  const body = { branchId, askId, documentId };
  await take(api.POST('/v1/resource-sharing/requests/{requestId}/supply-copy', { params, body, ...keyed(newKey()) }));
};

const further = ['offer-terms', 'check-in-damaged'] as const;

/** Takes a step of one request, by the operation that knows what is told with it. Throws the problem when it is refused. */
export const sendStep = async (order: Order): Promise<void> => {
  const { loan, branchId, action, said } = order;
  const { requestId } = loan;
  const params = { path: { requestId } };
  const key = keyed(newKey());
  if (action.atOnce !== undefined) {
    const [result] = await sendSteps(branchId, [{ row: loan, action, said }]);
    const problem = problemOf(result);
    if (problem) throw problem;
    return;
  }
  if (action.trigger === 'supply-copy') return sendScan(order);
  if (action.trigger === 'deliver-copy') {
    await take(
      api.POST('/v1/resource-sharing/requests/{requestId}/deliver-copy', { params, body: { branchId }, ...key }),
    );
    return;
  }
  if (action.trigger === 'amend') {
    const body = { branchId, ...(said.citation && { citation: said.citation }) };
    await take(api.POST('/v1/resource-sharing/requests/{requestId}/amendments', { params, body, ...key }));
    return;
  }
  const step = further.find((one) => one === action.trigger);
  if (step === undefined) throw new Problem(409, 'not-in-this-state', '');
  const { reason, terms } = said;
  const about = { ...(action.askId && { askId: action.askId }), ...(reason && { reason }), ...(terms && { terms }) };
  await take(
    api.POST('/v1/resource-sharing/requests/{requestId}/steps', { params, body: { branchId, step, ...about }, ...key }),
  );
};

/** Agrees to terms that cost more than was to be spent: the limit is raised with the agreement. */
export const agreeAndRaise = async (
  { loan, branchId }: Pick<Order, 'loan' | 'branchId'>,
  cost: Money,
): Promise<void> => {
  const body = { branchId, step: 'agree-terms' as const, maxCost: cost };
  const params = { path: { requestId: loan.requestId } };
  await take(api.POST('/v1/resource-sharing/requests/{requestId}/steps', { params, body, ...keyed(newKey()) }));
};

type Money = { amount: number; currency: string };
