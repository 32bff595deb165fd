import { act } from '../../layers/domain/resource-sharing/act.ts';
import type { TriggerContext } from '../../layers/domain/resource-sharing/context.ts';
import {
  currentAsk,
  type LoanRequest,
  placeLoanRequest,
  type Service,
} from '../../layers/domain/resource-sharing/request.ts';
import type { RotaEntry } from '../../layers/domain/resource-sharing/rota.ts';
import type { ServiceLevel } from '../../layers/domain/resource-sharing/timers.ts';
import { TIMERS_IN_DEMO } from '../../layers/domain/resource-sharing/timers.ts';
import type { Side, Trigger } from '../../layers/domain/resource-sharing/triggers.ts';

const PLACED = '2026-11-02T09:00:00.000Z';

/** An instant some minutes after the builder's requests are placed (negative: before). */
export const minutesLater = (minutes: number): string => new Date(Date.parse(PLACED) + minutes * 60_000).toISOString();

/** A context as tests need it: at the requester, by the system, in the demo's minutes, unless told otherwise. */
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

/** What shipping carries in tests. */
export const SHIPMENT = { itemId: 'itm-1', barcode: '31234000000017', due: '2026-11-30T23:59:59.000Z' };

type Step = { trigger: Trigger; side: Side; more: Partial<TriggerContext> };

/** A consortium loan in the making: `aLoanRequest().withRota('birch', 'cedar').asked().promised().build()`. */
export function aLoanRequest() {
  let rota = ['birch', 'cedar', 'dogwood'];
  let needBy: string | undefined;
  let serviceLevel: ServiceLevel = 'normal';
  let service: Service = 'loan';
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
    wanting: (wish: Service) => {
      service = wish;
      return builder;
    },
    atLevel: (level: ServiceLevel) => {
      serviceLevel = level;
      return builder;
    },
    asked: () =>
      then('requester', 'ask', { askId: `ask-${steps.filter(({ trigger }) => trigger === 'ask').length + 1}` }),
    declined: () => then('supplier', 'decline', { reason: 'NotOnShelf' }),
    promised: () => then('supplier', 'accept'),
    shipped: () => then('supplier', 'ship', SHIPMENT),
    received: () => then('requester', 'receive'),
    lent: () => then('requester', 'lend'),
    then,
    build: (): LoanRequest => steps.reduce(follow, { ...place(rota, serviceLevel, needBy), service }),
  };
  return builder;
}

function place(rota: string[], serviceLevel: ServiceLevel, needBy: string | undefined): LoanRequest {
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
  };
  return placeLoanRequest(needBy === undefined ? placed : { ...placed, needBy }, TIMERS_IN_DEMO);
}

function follow(request: LoanRequest, { trigger, side, more }: Step): LoanRequest {
  const askId = currentAsk(request)?.askId;
  const result = act(request, trigger, context({ side, ...(askId !== undefined && { askId }), ...more }));
  if ('refused' in result) throw new Error(`${trigger}: ${result.refused.map(({ code }) => code).join()}`);
  return result.request;
}
