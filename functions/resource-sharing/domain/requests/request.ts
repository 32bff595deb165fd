import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Service } from '../../../../layers/kernel/citation/openurl-service.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { CostClaim } from '../charges/cost-claim.ts';
import type { Terms } from '../messages/message.ts';
import type { RotaEntry } from '../rota/rota.ts';
import type { AskOutcome, Attention, RequesterState, SupplierState } from '../workflow/states.ts';
import { runsOutAt, type ServiceLevel, TIMERS, type TimerName, type TimerPolicy } from '../workflow/timers.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';

/** Who did it. A patron has no id here: history outlives the patron's data. */
export type DoneBy =
  | { kind: 'staff'; staffId: string; branch: string }
  | { kind: 'patron' }
  | { kind: 'partner'; member: string }
  | { kind: 'system' };

/** What the supplier said first and last about one ask. */
export type Answer = 'will-supply' | 'unfilled' | 'loaned' | 'terms' | 'copy';

export type { Service };

/** Of which kind a request is, by who the two sides are: members both, a partner as supplier, a partner as requester. */
export type RequestKind = 'consortium-loan' | 'outside-loan' | 'outside-supply';

/** An outside requester’s side of a request: its own number for it, and where the item goes (lines of an address). */
export type PartnersRequest = {
  requestId: string;
  requestingAgency: string;
  deliverTo?: string[];
  sendCopyTo?: string;
  /** By which rules it may have the copy, as it states (ISO 18626 copyrightCompliance). */
  copyrightCompliance?: string;
  /** It asks all of us, not one: a no of one goes on to the next. */
  anyOfUs?: true;
};

/**
 * One supplier asked, a member or (`prt_…`) a partner outside, whose state is then as far as its messages tell. Open until `closedAt`; answers name the `askId` and count only while it is open. `sent` and `seen`
 * number the messages of each side, so that a doubled or overtaken one is recognised.
 */
export type Ask = {
  ordinal: number;
  askId: string;
  supplierMember: string;
  itemId?: string;
  supplierState: SupplierState;
  askedAt: string;
  answerBy: string;
  answeredAt?: string;
  answer?: Answer;
  reason?: string;
  /** What the supplier offered last, and whether the requester agreed to it. */
  offer?: Terms & { reason?: string; agreed?: true };
  /** The supplier’s own number for the request, as it told it. */
  supplierRequestId?: string;
  /** When the supplier expects it to be here, as it said last (ISO 18626 expectedDeliveryDate). */
  expectedAt?: string;
  attention?: Attention;
  /** What it sent although it was asked no more. */
  cameAnyway?: 'item' | 'copy';
  closedAt?: string;
  outcome?: AskOutcome;
  sent: Record<Side, number>;
  seen: Record<Side, number>;
};

/** One line of the history: who did what at which side, from where to where. `note` is a code, never free text. */
export type Step = {
  at: string;
  by: DoneBy;
  side: Side;
  askId?: string;
  trigger: Trigger;
  from: RequesterState | SupplierState;
  to: RequesterState | SupplierState;
  note?: string;
};

/** A running timer: when it ends, the trigger that it then sets off, and for which ask. */
export type Timer = { side: Side; name: TimerName; trigger: Trigger; at: string; askId?: string };

/**
 * A loan or copy between libraries, within the consortium or (ISO 18626) with a partner outside on either side. The patron
 * stands apart, so that erasing it leaves the rest untouched. Instants are ISO 8601 UTC. `v` is raised by the store, not here.
 * `recordId` is the union record, or a made one (`cit_…`) for what only a citation names. `terms` is what was agreed with
 * the supplier that supplies; `maxCost` what may be spent; `asksOutside` whether partners outside may be asked.
 */
export type LoanRequest = {
  requestId: string;
  kind: RequestKind;
  service: Service;
  recordId: string;
  citation?: Citation;
  maxCost?: Money;
  asksOutside?: true;
  patron?: { patronId: string };
  requesterMember: string;
  pickupBranch: string;
  serviceLevel: ServiceLevel;
  needBy?: string;
  placedAt: string;
  state: RequesterState;
  attention?: Attention;
  rota: RotaEntry[];
  asks: Ask[];
  history: Step[];
  timers: Partial<Record<Side, Timer>>;
  itemId?: string;
  barcode?: string;
  due?: string;
  /** By when its supplier wants it back that recalls it; `due` stays until when it was lent. */
  recalledTo?: string;
  terms?: Terms;
  holdsReturn?: true;
  /** How the loan has ended by a partner’s word, while the item is here: a person confirms it. */
  reportedEnd?: 'home' | 'lost';
  claims?: CostClaim[];
  documentId?: string;
  partner?: PartnersRequest;
  /** Of a patron’s wish that a partner has handed in: who, under which number, from and to whom (symbols); what it heard last. */
  handedIn?: { partnerId: string; number: string; from: string; to: string; notifiedStatus?: string };
  /** Of such a wish: the partner’s message that gives it up, and waits for its answer. */
  givenUp?: { at: string; messageId: string };
  v: number;
};

/** What a new request needs; the rota may be empty (then it ends unfilled at once). */
export type NewLoanRequest = Pick<
  LoanRequest,
  'requestId' | 'kind' | 'recordId' | 'requesterMember' | 'pickupBranch' | 'serviceLevel' | 'placedAt' | 'rota'
> &
  Partial<Pick<LoanRequest, 'service' | 'citation' | 'maxCost' | 'asksOutside' | 'needBy' | 'partner' | 'handedIn'>> & {
    patronId?: string;
  };

/**
 * A request as it is placed: nobody asked yet. The workflow asks the first supplier at once; should it not start, the
 * `source-by` timer calls a person.
 */
export function placeLoanRequest({ patronId, ...placed }: NewLoanRequest, policy: TimerPolicy): LoanRequest {
  const timer: Timer = {
    side: 'requester',
    name: 'source-by',
    trigger: TIMERS['source-by'],
    at: runsOutAt('source-by', placed.placedAt, policy),
  };
  const running = { requester: timer };
  return {
    service: 'loan',
    ...placed,
    ...(patronId !== undefined && { patron: { patronId } }),
    state: 'requested',
    asks: [],
    history: [],
    timers: running,
    v: 0,
  };
}

/** Whether a side of a request is ours: the other is a partner outside, whose state is known by its messages only. */
export const isOurs = (request: LoanRequest, side: Side, ask?: Pick<Ask, 'supplierMember'>): boolean =>
  !isPartner(side === 'requester' ? request.requesterMember : (ask?.supplierMember ?? ''));

/** The ask that is waiting for or bound to a supplier now; there is never more than one. */
export const currentAsk = (request: LoanRequest): Ask | undefined =>
  request.asks.find((ask) => ask.closedAt === undefined);

/** Whose use a request is: our requester's, or, of a partner's request, the member's that it is asked of. */
export const payerOf = ({
  requesterMember,
  asks,
}: Pick<LoanRequest, 'requesterMember' | 'asks'>): string | undefined =>
  isPartner(requesterMember) ? asks.at(-1)?.supplierMember : requesterMember;

/** The next supplier on the rota that has not been asked and is not passed over; undefined at the end of the rota. */
export const nextSupplier = (request: LoanRequest): RotaEntry | undefined =>
  request.rota.find(
    ({ member, skipped }) =>
      skipped === undefined && !request.asks.some(({ supplierMember }) => supplierMember === member),
  );

/** Whether the day the patron needs the item has passed. */
export const needByPassed = (request: LoanRequest, at: string): boolean =>
  request.needBy !== undefined && Date.parse(request.needBy) <= Date.parse(at);

/** What the workflow does next while a request is being sourced; nobody is asked after the patron's need-by date. */
export const nextSourcingTrigger = (request: LoanRequest, at: string): 'ask' | 'rota-ended' =>
  nextSupplier(request) !== undefined && !needByPassed(request, at) ? 'ask' : 'rota-ended';

/**
 * A partner’s request without the addresses at which its things were wanted, which may be a patron’s own: they are needed as
 * long as something may be sent. By which rules it had a copy stays (CONTU 3 wants that known).
 */
export const withoutAddresses = (request: LoanRequest): LoanRequest => {
  if (!request.partner) return request;
  const { deliverTo: _post, sendCopyTo: _email, ...partner } = request.partner;
  return { ...request, partner };
};
