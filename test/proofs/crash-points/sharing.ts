import { handler as answerRequest } from '../../../functions/resource-sharing/operations/answer-request/handler.ts';
import { handler as cancelRequest } from '../../../functions/resource-sharing/operations/cancel-request/handler.ts';
import { handler as completeRequest } from '../../../functions/resource-sharing/operations/complete-request/handler.ts';
import { handler as editPartner } from '../../../functions/resource-sharing/operations/edit-partner/handler.ts';
import { handler as lendRequest } from '../../../functions/resource-sharing/operations/lend-request/handler.ts';
import { handler as placeRequest } from '../../../functions/resource-sharing/operations/place-request/handler.ts';
import { handler as receiveMessage } from '../../../functions/resource-sharing/operations/receive-message/handler.ts';
import { handler as receiveRequest } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as renewRequest } from '../../../functions/resource-sharing/operations/renew-request/handler.ts';
import { handler as resendMessage } from '../../../functions/resource-sharing/operations/resend-message/handler.ts';
import { handler as returnRequest } from '../../../functions/resource-sharing/operations/return-request/handler.ts';
import { handler as sendHome } from '../../../functions/resource-sharing/operations/send-home-request/handler.ts';
import { handler as setLibrarySymbol } from '../../../functions/resource-sharing/operations/set-library-symbol/handler.ts';
import { handler as shipRequest } from '../../../functions/resource-sharing/operations/ship-request/handler.ts';
import { handler as takeStep } from '../../../functions/resource-sharing/operations/take-step/handler.ts';
import { handler as takeSteps } from '../../../functions/resource-sharing/operations/take-steps/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Call } from '../../builders/call.ts';
import { aBorrower, aCopy } from '../../builders/lending.ts';
import { PARTNER } from '../../builders/outside-loans.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { outside } from './between.ts';
import { aFailedMessage, aMessageToSend, anIncomingRequest, anUnansweredAsk, waits } from './partner-messages.ts';
import type { Asking, Scenarios } from './scenario.ts';
import { asked, DESK } from './world.ts';

const [here, there] = [staffAt(DESK, 'ill'), staffAt('ash.main', 'ill')];
const AT_HOME = 'ash.main';

/** The steps of a loan between two members, in order, each with its actor and place. */
const LIFE = [
  { step: 'answer', handler: answerRequest, actor: there, branchId: AT_HOME },
  { step: 'ship', handler: shipRequest, actor: there, branchId: AT_HOME },
  { step: 'receive', handler: receiveRequest, actor: here, branchId: DESK },
  { step: 'lend', handler: lendRequest, actor: here, branchId: DESK },
  { step: 'return', handler: returnRequest, actor: here, branchId: DESK },
  { step: 'send-home', handler: sendHome, actor: here, branchId: DESK },
  { step: 'complete', handler: completeRequest, actor: there, branchId: AT_HOME },
] as const satisfies readonly { step: string; handler: OperationHandler; actor: Call['actor']; branchId: string }[];
type Step = (typeof LIFE)[number]['step'];

/** A request of a patron of cedar, asked of ash for its copy, and the input of any step. */
const aRequest = async (table: Table) => {
  const [copy, patron] = [await aCopy(table), await aBorrower(table)];
  const { requestId, askId } = await outside.between(patron.patronId, copy);
  const callFor = ({ step, actor, branchId }: (typeof LIFE)[number]): Call => {
    const own = branchId === AT_HOME ? { askId } : {};
    const fields = step === 'answer' ? { answer: 'will-supply' } : {};
    const scanned = ['answer', 'ship', 'receive', 'complete'].includes(step) ? { barcode: copy.barcode } : {};
    return { actor, path: { requestId }, body: { branchId, ...own, ...fields, ...scanned } };
  };
  return { copy, patron, requestId, askId, callFor };
};

/** A request before this step; its workflow waits for events. */
const before = async (table: Table, step: Step) => {
  const request = await aRequest(table);
  const place = LIFE.findIndex((one) => one.step === step);
  for (const done of LIFE.slice(0, place)) await asked(done.handler, request.callFor(done));
  await waits(request.requestId);
  return request;
};

const stepOf = (step: Step) => {
  const own = LIFE.find((one) => one.step === step);
  if (!own) throw new Error(`${step} is no step of a loan.`);
  return own;
};

/** The call of a step of a loan, on a request before it, or before an earlier step. */
export const callOfStep = async (table: Table, step: Step, earlier = step): Promise<Call> =>
  (await before(table, earlier)).callFor(stepOf(step));

const ofLife = (step: Step, what: string): Asking[] => [
  { what, settles: true, handler: stepOf(step).handler, prepare: (table) => callOfStep(table, step) },
];

const bySameFunction = (of: string): string => `One write by the same function as resource-sharing-${of}.`;

/** The rule by which ash lends rare items between libraries on request only. */
export const onRequestRule = aRule({
  ...{
    id: 'on-request',
    setBy: 'ash',
    when: { itemOwner: 'ash', itemCategory: 'rare' },
    values: { requestOnly: true },
  },
});

/** Requests of loans between libraries. */
export const sharingScenarios: Record<string, Scenarios> = {
  'resource-sharing-set-library-symbol': [
    {
      what: 'the symbol of a member in place of another',
      handler: setLibrarySymbol,
      prepare: async () => {
        const call = (value: string): Call => ({
          actor: consortiumStaff('admin'),
          path: { memberId: 'consortium' },
          body: { symbol: { type: 'ISIL', value } },
        });
        await asked(setLibrarySymbol, call('DE-OLD'));
        return call('DE-NEW');
      },
    },
  ],
  'resource-sharing-place-request': [
    {
      what: 'a patron’s wish for what another member holds',
      settles: true,
      handler: placeRequest,
      prepare: async (table) => {
        const { recordId } = await aCopy(table, { category: 'rare' });
        const { actor } = await aBorrower(table);
        return { actor, body: { recordId, pickupBranch: DESK } };
      },
    },
  ],
  'resource-sharing-answer-request': ofLife('answer', 'a promise, with the copy'),
  'resource-sharing-ship-request': ofLife('ship', 'a copy that was promised'),
  'resource-sharing-receive-request': ofLife('receive', 'a copy that came'),
  'resource-sharing-lend-request': ofLife('lend', 'a loan to the patron'),
  'resource-sharing-return-request': ofLife('return', 'a copy that the patron brings back'),
  'resource-sharing-send-home-request': bySameFunction('receive-request'),
  'resource-sharing-complete-request': ofLife('complete', 'a copy that is home again'),
  'resource-sharing-renew-request': [
    {
      what: 'a loan of which the lender is asked',
      settles: true,
      handler: renewRequest,
      prepare: async (table) => {
        const { requestId } = await before(table, 'return');
        return { actor: here, path: { requestId }, body: { branchId: DESK } };
      },
    },
  ],
  'resource-sharing-cancel-request': [
    {
      what: 'a patron’s wish that a library outside has been asked for',
      settles: true,
      handler: cancelRequest,
      prepare: async (table) => {
        const { requestId, actor } = await anUnansweredAsk(table);
        return { actor, path: { requestId }, body: {} };
      },
    },
  ],
  'resource-sharing-take-step': [
    {
      what: 'a library outside that is asked no more, and told so',
      settles: true,
      handler: takeStep,
      prepare: async (table) => {
        const { requestId } = await anUnansweredAsk(table);
        return { actor: here, path: { requestId }, body: { branchId: DESK, step: 'withdraw' } };
      },
    },
  ],
  'resource-sharing-take-steps': [
    {
      what: 'two copies that are promised and shipped together',
      settles: true,
      handler: takeSteps,
      prepare: async (table) => {
        const two = [await before(table, 'ship'), await before(table, 'ship')];
        const steps = two.map(({ requestId, askId, copy: { barcode } }) => ({
          requestId,
          askId,
          step: 'ship',
          barcode,
        }));
        return { actor: there, body: { branchId: AT_HOME, steps } };
      },
    },
  ],
  'resource-sharing-receive-message': [
    {
      what: 'a request of a partner, whose bytes come again',
      settles: true,
      handler: receiveMessage,
      again: 'A confirmation bears the time at which it is written.',
      prepare: anIncomingRequest,
    },
  ],
  'resource-sharing-resend-message': [
    {
      what: 'a message that failed',
      settles: true,
      handler: resendMessage,
      prepare: async (table) => {
        const { requestId, ...body } = await aFailedMessage(table);
        return { actor: here, path: { requestId }, body };
      },
    },
  ],
  'resource-sharing-edit-partner': [
    {
      what: 'a partner that is paused',
      settles: true,
      handler: editPartner,
      prepare: async (table) => {
        await aMessageToSend(table, 'OK');
        return { actor: consortiumStaff('admin'), path: { partnerId: PARTNER }, body: { paused: true } };
      },
    },
  ],
  'resource-sharing-fill-locally':
    'What fills it is placed in its own write: test/stores/resource-sharing/reviews.test.ts.',
  'resource-sharing-amend-request': 'Sourced anew in its own write: test/stores/resource-sharing/reviews.test.ts.',
  'resource-sharing-restart-request': 'Writes nothing; a workflow that is started twice does nothing twice.',
  'resource-sharing-receive-message-by-address': bySameFunction('receive-message'),
  'resource-sharing-add-partner': 'Its symbols are claimed once: test/stores/resource-sharing/partners.test.ts.',
  'resource-sharing-remove-partner':
    'Our secret is at a service that is not here: test/stores/resource-sharing/partners.test.ts.',
  'resource-sharing-rotate-partner-secret':
    'Its answer is a new secret each time: test/stores/resource-sharing/receive-message.test.ts.',
  'resource-sharing-upload-copy': 'Its file is in a bucket: test/stores/resource-sharing/copies.test.ts.',
  'resource-sharing-supply-copy': 'Its file is in a bucket: test/stores/resource-sharing/copies.test.ts.',
  'resource-sharing-deliver-copy': bySameFunction('receive-request'),
  'resource-sharing-open-copy': 'Its file is in a bucket: test/stores/resource-sharing/copies.test.ts.',
  'resource-sharing-take-copy': 'Its file is in a bucket: test/stores/resource-sharing/copies.test.ts.',
};
