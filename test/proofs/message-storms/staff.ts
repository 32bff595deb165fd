import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import type { Side, Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { sideOfStep } from '../../../functions/resource-sharing/domain/workflow/workflow.ts';
import { handler as answerRequest } from '../../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as cancelRequest } from '../../../functions/resource-sharing/operations/cancel-request/handler.ts';
import { handler as completeRequest } from '../../../functions/resource-sharing/operations/complete-request/handler.ts';
import { handler as deliverCopy } from '../../../functions/resource-sharing/operations/deliver-copy/handler.ts';
import { handler as lendRequest } from '../../../functions/resource-sharing/operations/lend-request/handler.ts';
import { handler as receiveRequest } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as renewRequest } from '../../../functions/resource-sharing/operations/renew-request/handler.ts';
import { handler as returnRequest } from '../../../functions/resource-sharing/operations/return-request/handler.ts';
import { handler as sendHome } from '../../../functions/resource-sharing/operations/send-home-request/handler.ts';
import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as furtherStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { staffAt } from '../../builders/people.ts';
import { type Fault, withFault } from '../crash-points/faults.ts';
import type { Asked, Tried } from './tried.ts';
import type { World } from './world.ts';

const MEMBER: Record<Side, string> = { requester: 'cedar', supplier: 'ash' };
const DAY_MS = 86_400_000;
/** After the minute for which a dead worker holds its key. */
const BEYOND_HOLD = 61;
/** Shorter than the lifetime of an Idempotency-Key. */
const KEY_LIFETIME_MS = 23 * 3_600_000;

const cost = { cost: { amount: 900, currency: 'EUR' } };

/** The operation of a step, and its body besides the place. */
const operationOf = (
  world: World,
  request: LoanRequest,
  trigger: Trigger,
): [OperationHandler, Record<string, unknown>] | undefined => {
  const askId = request.asks.at(-1)?.askId ?? 'ask_none';
  const due = new Date(world.now() + 20 * DAY_MS).toISOString();
  const { barcode } = request.recordId === world.other.recordId ? world.other : world.copy;
  switch (trigger) {
    case 'accept':
      return [answerRequest, { askId, answer: 'will-supply', barcode }];
    case 'decline':
      return [answerRequest, { askId, answer: 'unfilled', reason: 'NotOnShelf' }];
    case 'ship':
      return [shipRequest, { askId, barcode, due }];
    case 'check-in':
      return [completeRequest, { askId }];
    case 'check-in-damaged':
      return [furtherStep, { step: trigger, askId, barcode, terms: cost }];
    case 'offer-terms':
      return [furtherStep, { step: trigger, askId, reason: 'CostExceedsMaxCost', terms: cost }];
    case 'accept-renewal':
      return [furtherStep, { step: trigger, askId, due }];
    case 'receive':
      return [receiveRequest, {}];
    case 'lend':
      return [lendRequest, {}];
    case 'return':
      return [returnRequest, {}];
    case 'ship-back':
      return [sendHome, {}];
    case 'cancel':
      return [cancelRequest, {}];
    case 'renew':
      return [renewRequest, {}];
    case 'deliver-copy':
      return [deliverCopy, {}];
    // Excluded: its file would have to be in a bucket, or the catalogue searched.
    case 'supply-copy':
    case 'let-through':
    case 'amend':
    case 'fill-locally':
    case 'source-outside':
      return undefined;
    default:
      return [furtherStep, sideOfStep(trigger) === 'supplier' ? { step: trigger, askId } : { step: trigger }];
  }
};

const asked = (world: World, request: LoanRequest, trigger: Trigger, own: boolean): Asked | undefined => {
  const member = MEMBER[sideOfStep(trigger)];
  const operation = operationOf(world, request, trigger);
  if (!operation) return undefined;
  const [handler, body] = operation;
  const path = { requestId: request.requestId };
  const patron = world.patrons.find(({ patronId }) => patronId === request.patron?.patronId);
  // Steps that a patron may take too.
  if (own && patron && (trigger === 'cancel' || trigger === 'renew'))
    return { handler, request: { actor: patron.actor, path, body: {} } };
  const actor: Actor = staffAt(member, 'ill', 'desk', 'desk-supervisor');
  return { handler, request: { actor, path, body: { branchId: `${member}.main`, ...body } } };
};

const ask = async (world: World, one: Pick<Tried, 'handler' | 'request' | 'key' | 'what'>): Promise<Answered> => {
  const headers = world.sendsKeys ? { 'idempotency-key': one.key } : {};
  const answered = await call(one.handler.using(world.runtime), { ...one.request, headers });
  // A lost race is reported as such; anything else is our error.
  if (answered.status >= 500 && answered.status !== 503)
    world.faults.push(`${one.what} answered ${answered.status}: ${JSON.stringify(answered.body)}`);
  return answered;
};

const note = (tried: Tried, { status, body }: Answered): void => {
  if (status < 300) tried.done ??= { status, body };
};

/** How a step is taken: once; by two clicks of one button, with one key; or by a worker whose n-th call fails. */
export type Taking = { how: 'once' | 'twice' } | { how: Fault; at: number };

/** Takes a step, and repeats it like a client: after a dead worker it calls again with the same key. */
export const takeStep = async (
  world: World,
  { request, trigger, own, taking }: { request: LoanRequest; trigger: Trigger; own: boolean; taking: Taking },
): Promise<void> => {
  const input = asked(world, request, trigger, own);
  if (!input) return;
  const what = `${trigger} of ${request.requestId}`;
  const tried: Tried = { ...input, key: `key-${world.tried.length}-${trigger}`, what, at: world.now() };
  world.tried.push(tried);
  if ('at' in taking) {
    tried.died = true;
    const headers = world.sendsKeys ? { 'idempotency-key': tried.key } : {};
    const { at, how } = taking;
    await withFault({ at, how }, () => call(tried.handler.using(world.runtime), { ...tried.request, headers }));
    world.pass(BEYOND_HOLD);
    return note(tried, await ask(world, tried));
  }
  const answers = await Promise.all(
    taking.how === 'twice' ? [ask(world, tried), ask(world, tried)] : [ask(world, tried)],
  );
  for (const answered of answers) note(tried, answered);
  const done = answers.filter(({ status }) => status < 300).map(({ body }) => JSON.stringify(body));
  if (new Set(done).size > 1) world.faults.push(`I6: ${what} by one key was answered in two ways at once`);
};

const codeOf = ({ body }: Answered): string => String((body as { code?: string }).code);

/** The same request at another branch of the library (a patron's: at any). */
const inOtherWords = ({ body }: Call): Record<string, unknown> => {
  const { branchId = 'cedar.main', ...more } = body as { branchId?: string };
  return { ...more, branchId: branchId.replace('main', 'north') };
};

const repeatedInOtherWords = async (world: World, tried: Tried): Promise<void> => {
  const { done, request, what } = tried;
  const again = await ask(world, { ...tried, request: { ...request, body: inOtherWords(request) } });
  if (done && codeOf(again) !== 'key-reused')
    world.faults.push(`I6: ${what} in other words under its key was answered ${again.status} ${codeOf(again)}`);
  // The first call was refused and freed the key: then it is another request, which may have succeeded.
  if (!done && again.status < 300) tried.died = true;
};

/** Repeats an earlier call with its key, with the same or another body. */
export const repeat = async (world: World, pick: number, otherWords: boolean): Promise<void> => {
  const tried = world.tried[pick % Math.max(1, world.tried.length)];
  if (!tried || world.now() - tried.at > KEY_LIFETIME_MS) return;
  if (otherWords) return repeatedInOtherWords(world, tried);
  const { done, what } = tried;
  const again = await ask(world, tried);
  if (done && (again.status !== done.status || JSON.stringify(again.body) !== JSON.stringify(done.body)))
    world.faults.push(`I6: ${what} was answered ${done.status}, and ${again.status} ${codeOf(again)} when repeated`);
  note(tried, again);
};
