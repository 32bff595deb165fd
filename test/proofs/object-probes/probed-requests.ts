import { handler as deliverCopy } from '../../../functions/resource-sharing/operations/deliver-copy/handler.ts';
import { handler as supplyCopy } from '../../../functions/resource-sharing/operations/supply-copy/handler.ts';
import { handler as uploadCopy } from '../../../functions/resource-sharing/operations/upload-copy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { type Call, call } from '../../builders/call.ts';
import { requestsIn } from '../../builders/copy-requests.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { outside } from '../crash-points/between.ts';
import { callOfStep } from '../crash-points/sharing.ts';
import { MADE } from '../crash-points/world.ts';
import type { Maker, ProbedObject } from './probed-object.ts';

let serial = 0;

/** A patron at a branch, with a card that no other test of this table uses. */
export const aReader = (table: Table, homeBranch = 'cedar.main') => {
  serial += 1;
  return aPatron(table, { homeBranch, email: null, card: `27700000${String(serial).padStart(6, '0')}` });
};

/** The bucket of the probes. */
export const bucket = bucketInMemory();

const [here, there] = [staffAt('cedar.main', 'ill'), staffAt('ash.main', 'ill')];
const pdf = Buffer.from('%PDF-1.7 a scan');

const done = async (handler: OperationHandler, request: Call): Promise<Record<string, unknown>> => {
  const { status, body } = await call(handler.using(at(MADE, { bucket })), request);
  if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
};

/** A request of a patron of cedar that a library outside may supply, before anybody is asked. Returns its id. */
export const aLoanRequest = async (table: Table): Promise<string> => outside.wanted((await aBorrower(table)).patronId);

/** A request of a patron of cedar, asked of ash for its copy. */
const anAsk = async (table: Table) => {
  const { patronId, actor } = await aBorrower(table);
  return { actor, ...(await outside.between(patronId, await aCopy(table))) };
};

/** A late step of a loan that nobody has promised yet: the steps before it take long, and its owner is refused for its state only. */
const tooEarly =
  (step: 'return' | 'send-home' | 'complete'): Maker =>
  async (table) => {
    const { path = {}, body, actor } = await callOfStep(table, step, 'answer');
    return { path, body: body as object, ...(actor && { actor }) };
  };

const stages = ['asked', 'uploaded', 'supplied', 'delivered'] as const;

/**
 * A request of a patron of cedar for a copy of an article, of which ash has uploaded, sent or delivered the scan. Returns the call of the
 * next step, at last that of its patron.
 */
export const aCopyOfArticle = async (table: Table, stage: (typeof stages)[number]): Promise<ProbedObject & Call> => {
  const { patronId } = await aReader(table);
  const { requestId, asks } = await requestsIn(table, MADE).asked({ patronId });
  const path = { requestId };
  const ours = { branchId: 'ash.main', askId: asks[0]?.askId ?? '' };
  const upload = { actor: there, path, body: { ...ours, fileName: 'Scan.pdf', bytes: pdf.length } };
  if (stage === 'asked') return upload;
  const documentId = String((await done(uploadCopy, upload)).documentId);
  bucket.objects.set(`ill-copies/${documentId}.pdf`, pdf);
  const supply = { actor: there, path, body: { ...ours, documentId } };
  if (stage === 'uploaded') return supply;
  await done(supplyCopy, supply);
  const deliver = { actor: here, path, body: { branchId: 'cedar.main' } };
  if (stage === 'supplied') return deliver;
  await done(deliverCopy, deliver);
  return { actor: patron(patronId, 'cedar'), path: { documentId } };
};

/** How requests between libraries, and their copies, are made for the operations on them. */
export const loanRequestMakers: Readonly<Record<string, Maker>> = {
  'finance-refund-charge': async (table) => {
    const { requestId, askId } = await anAsk(table);
    return { actor: there, path: { requestId }, body: { branchId: 'ash.main', askId, charge: 'loan' } };
  },
  'resource-sharing-amend-request': async (table) => ({
    path: { requestId: await aLoanRequest(table) },
    body: { branchId: 'cedar.main', needBy: '2026-12-01T12:00:00.000Z' },
  }),
  'resource-sharing-cancel-request': async (table) => {
    const { requestId, actor } = await anAsk(table);
    return { actor, path: { requestId }, body: {} };
  },
  'resource-sharing-complete-request': tooEarly('complete'),
  'resource-sharing-deliver-copy': (table) => aCopyOfArticle(table, 'supplied'),
  'resource-sharing-renew-request': async (table) => ({ path: { requestId: (await anAsk(table)).requestId } }),
  'resource-sharing-return-request': tooEarly('return'),
  'resource-sharing-send-home-request': tooEarly('send-home'),
  'resource-sharing-show-copy': async (table) => {
    const { actor, path } = await aCopyOfArticle(table, 'supplied');
    return { ...(actor && { actor }), ...(path && { path }) };
  },
  'resource-sharing-supply-copy': (table) => aCopyOfArticle(table, 'uploaded'),
  'resource-sharing-take-step': async (table) => ({
    path: { requestId: (await anAsk(table)).requestId },
    body: { branchId: 'cedar.main', step: 'withdraw' },
  }),
  'resource-sharing-upload-copy': (table) => aCopyOfArticle(table, 'asked'),
};
