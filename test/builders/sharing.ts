import { handler as advanceRequest } from '../../functions/resource-sharing/consumers/advance-request/handler.ts';
import { handler as awaitEvent } from '../../functions/resource-sharing/consumers/await-event/handler.ts';
import { placingDeps } from '../../functions/resource-sharing/deps.ts';
import type { LoanRequestView } from '../../functions/resource-sharing/domain/requests/view-schemas.ts';
import { handler as amendRequest } from '../../functions/resource-sharing/operations/amend-request/handler.ts';
import { handler as answerRequest } from '../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as cancelRequest } from '../../functions/resource-sharing/operations/cancel-request/handler.ts';
import { handler as completeRequest } from '../../functions/resource-sharing/operations/complete-request/handler.ts';
import { handler as fillLocally } from '../../functions/resource-sharing/operations/fill-locally/handler.ts';
import { handler as getRequest } from '../../functions/resource-sharing/operations/get-request/handler.ts';
import { handler as lendRequest } from '../../functions/resource-sharing/operations/lend-request/handler.ts';
import { handler as listMyRequests } from '../../functions/resource-sharing/operations/list-my-requests/handler.ts';
import { handler as listRequests } from '../../functions/resource-sharing/operations/list-requests/handler.ts';
import { handler as placeRequest } from '../../functions/resource-sharing/operations/place-request/handler.ts';
import { handler as receiveRequest } from '../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as renewRequest } from '../../functions/resource-sharing/operations/renew-request/handler.ts';
import { handler as restartRequest } from '../../functions/resource-sharing/operations/restart-request/handler.ts';
import { handler as returnRequest } from '../../functions/resource-sharing/operations/return-request/handler.ts';
import { handler as sendHome } from '../../functions/resource-sharing/operations/send-home-request/handler.ts';
import { handler as shipRequest } from '../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as furtherStep } from '../../functions/resource-sharing/operations/take-step/handler.ts';
import { placeForReview, type ReviewInput } from '../../functions/resource-sharing/use-cases/place-for-review.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { type Answered, call } from './call.ts';
import { staffAt } from './people.ts';

const steps = {
  answer: answerRequest,
  ship: shipRequest,
  receive: receiveRequest,
  lend: lendRequest,
  return: returnRequest,
  'send-home': sendHome,
  complete: completeRequest,
  cancel: cancelRequest,
  renew: renewRequest,
  restart: restartRequest,
  step: furtherStep,
  amend: amendRequest,
  'fill-locally': fillLocally,
} as const satisfies Record<string, OperationHandler>;

/** Calls a step's operation by its short name. */
export type StepName = keyof typeof steps;

/** Resource sharing at a time that the test advances: operations by name, and the workflow's loop run by hand. */
export const sharingAt = (start: string) => {
  let now = Date.parse(start);
  let tokens = 0;
  const on = (runtime: Runtime): Runtime => ({ ...runtime, clock: { now: () => now } });
  const runtimeOf = (base: Runtime) => on(base);
  let runtime: Runtime;
  const bound = new Map<OperationHandler, OperationHandler>();
  const using = (handler: OperationHandler): OperationHandler => {
    const known = bound.get(handler) ?? handler.using(runtime);
    bound.set(handler, known);
    return known;
  };
  const answered = (found: Answered): Answered & { view: LoanRequestView } => ({
    ...found,
    view: found.body as LoanRequestView,
  });
  return {
    begin: (base: Runtime) => {
      runtime = runtimeOf(base);
    },
    later: (minutes: number) => {
      now += minutes * 60_000;
    },
    /** The current time. */
    instant: () => new Date(now).toISOString(),
    place: async (actor: Actor, body: Record<string, unknown>) =>
      answered(await call(using(placeRequest), { actor, body })),
    /** A request that arrived without a person who could answer. */
    review: (input: Partial<ReviewInput> & Pick<ReviewInput, 'pickupBranch'>) =>
      placeForReview(placingDeps(runtime), { serviceLevel: 'normal', outside: false, ...input }, now),
    /** A step by resource sharing staff at a branch. */
    step: async (name: StepName, requestId: string, branchId: string, body: Record<string, unknown> = {}) => {
      const actor = staffAt(branchId, 'ill');
      return answered(await call(using(steps[name]), { actor, path: { requestId }, body: { branchId, ...body } }));
    },
    as: async (name: StepName, actor: Actor, requestId: string, body: Record<string, unknown> = {}) =>
      answered(await call(using(steps[name]), { actor, path: { requestId }, body })),
    get: async (actor: Actor, requestId: string) =>
      answered(await call(using(getRequest), { actor, path: { requestId } })),
    list: (actor: Actor, query: Record<string, string>) => call(using(listRequests), { actor, query }),
    mine: (actor: Actor) => call(using(listMyRequests), { actor }),
    /** One round of the state machine: due work is done, then a task waits with its own token. */
    round: async (requestId: string, before: { rounds?: number; since?: number } = {}) => {
      const context = { awsRequestId: 'lambda-1' };
      const round = await advanceRequest.using(runtime)({ requestId, rounds: 0, ...before }, context);
      tokens += 1;
      const token = `token-${tokens}`;
      if (round.next === 'wait') await awaitEvent.using(runtime)({ requestId, v: round.v, token }, context);
      return { ...round, token };
    },
    /** A round whose waiting task gets an outdated request: an event arrived in between. */
    lateWait: async (requestId: string, v: number, token: string) =>
      awaitEvent.using(runtime)({ requestId, v, token }, { awsRequestId: 'lambda-1' }),
  };
};
