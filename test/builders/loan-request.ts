import type { Particulars } from '../../functions/resource-sharing/domain/messages/message.ts';
import { receive } from '../../functions/resource-sharing/domain/messages/receive.ts';
import {
  currentAsk,
  type LoanRequest,
  type NewLoanRequest,
  placeLoanRequest,
  type Service,
} from '../../functions/resource-sharing/domain/requests/request.ts';
import type { RotaEntry } from '../../functions/resource-sharing/domain/rota/rota.ts';
import { act } from '../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../functions/resource-sharing/domain/workflow/context.ts';
import type { ServiceLevel } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { TIMERS_IN_DEMO } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import type { MessageName, Side, Trigger } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import { placeOfPartner } from '../../layers/kernel/identity/party.ts';

const PLACED = '2026-11-02T09:00:00.000Z';

/** An instant some minutes after the builder's requests are placed (negative: before). */
export const minutesLater = (minutes: number): string => new Date(Date.parse(PLACED) + minutes * 60_000).toISOString();

/** A context for tests: by default at the requester, by the system, in the demo's minutes. */
export const context = (more: Partial<TriggerContext> = {}): TriggerContext => ({
  side: 'requester',
  at: minutesLater(1),
  by: { kind: 'system' },
  policy: TIMERS_IN_DEMO,
  ...more,
});

const entry = (member: string): RotaEntry => ({
  member,
  itemId: `itm-${member}`,
  score: 500,
  points: 500,
  factors: [],
});

/** The data of a shipment in tests. */
export const SHIPMENT = { itemId: 'itm-1', barcode: '31234000000017', due: '2026-11-30T23:59:59.000Z' };

type Step =
  | { trigger: Trigger; side: Side; more: Partial<TriggerContext> }
  | { message: MessageName; says: Particulars };

/** A partner outside, as a party of tests. */
export const PARTNER = 'prt_1';

/** A builder of loan requests: `aLoanRequest().withRota('birch', 'cedar').asked().promised().build()`. */
export function aLoanRequest() {
  let rota = ['birch', 'cedar', 'dogwood'];
  let needBy: string | undefined;
  let serviceLevel: ServiceLevel = 'normal';
  let service: Service = 'loan';
  let asking: Partial<NewLoanRequest> = {};
  const steps: Step[] = [];
  const then = (side: Side, trigger: Trigger, more: Partial<TriggerContext> = {}) => {
    steps.push({ trigger, side, more });
    return builder;
  };
  const builder = {
    withRota: (...members: string[]) => {
      rota = members;
      return builder;
    },
    neededBy: (instant: string) => {
      needBy = instant;
      return builder;
    },
    wanting: (requested: Service) => {
      service = requested;
      return builder;
    },
    /** Makes a partner outside the requester. */
    askedByPartner: () => {
      const partner = { requestId: 'their-7', requestingAgency: 'ISIL:REQ' };
      const pickupBranch = placeOfPartner(PARTNER);
      asking = { kind: 'outside-supply', requesterMember: PARTNER, pickupBranch, partner };
      return builder;
    },
    /** Makes the last supplier of the rota a partner outside. */
    askingOutside: () => {
      asking = { kind: 'outside-loan' };
      return builder;
    },
    atLevel: (level: ServiceLevel) => {
      serviceLevel = level;
      return builder;
    },
    asked: () =>
      then('requester', 'ask', {
        askId: `ask-${steps.filter((step) => 'trigger' in step && step.trigger === 'ask').length + 1}`,
      }),
    declined: () => then('supplier', 'decline', { reason: 'NotOnShelf' }),
    promised: () => then('supplier', 'accept'),
    shipped: () => then('supplier', 'ship', SHIPMENT),
    received: () => then('requester', 'receive'),
    lent: () => then('requester', 'lend'),
    then,
    /** Applies a message of a partner outside about the open ask, or the last one. */
    message: (message: MessageName, says: Particulars = {}) => {
      steps.push({ message, says });
      return builder;
    },
    build: (): LoanRequest => steps.reduce(follow, { ...place(rota, serviceLevel, needBy, asking), service }),
  };
  return builder;
}

function place(
  rota: string[],
  serviceLevel: ServiceLevel,
  needBy: string | undefined,
  asking: Partial<NewLoanRequest>,
): LoanRequest {
  const placed = {
    requestId: 'req-1',
    kind: 'consortium-loan' as const,
    recordId: 'rec-1',
    patronId: 'pat-1',
    requesterMember: 'ash',
    pickupBranch: 'ash.main',
    serviceLevel,
    placedAt: PLACED,
    rota: rota.map(entry),
    ...asking,
  };
  return placeLoanRequest(needBy === undefined ? placed : { ...placed, needBy }, TIMERS_IN_DEMO);
}

function follow(request: LoanRequest, step: Step): LoanRequest {
  const askId = (currentAsk(request) ?? request.asks.at(-1))?.askId;
  const result = 'message' in step ? hearing(request, step, askId) : acting(request, step, currentAsk(request)?.askId);
  const name = 'message' in step ? step.message : step.trigger;
  if ('refused' in result) throw new Error(`${name}: ${result.refused.map(({ code }) => code).join()}`);
  return result.request;
}

const acting = (request: LoanRequest, { trigger, side, more }: Extract<Step, { side: Side }>, askId?: string) =>
  act(request, trigger, context({ side, ...(askId !== undefined && { askId }), ...more }));

const hearing = (request: LoanRequest, { message, says }: Extract<Step, { message: MessageName }>, askId = '') =>
  receive(request, { name: message, askId, ...says }, context());
