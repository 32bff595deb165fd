import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Service } from '../../../../layers/kernel/citation/openurl-service.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import type { CostClaim } from '../charges/cost-claim.ts';
import type { Terms } from '../messages/message.ts';
import type { Excluded, RotaEntry } from '../rota/rota.ts';
import type { AskOutcome, Attention, RequesterState, SupplierState } from '../workflow/states.ts';
import { runsOutAt, type ServiceLevel, TIMERS, type TimerName, type TimerPolicy } from '../workflow/timers.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';

/** The actor of a step. A patron has no id here: the history outlives the patron's data. */
export type DoneBy =
  | { kind: 'staff'; staffId: string; branch: string }
  | { kind: 'patron' }
  | { kind: 'partner'; member: string }
  | { kind: 'system' };

/** The first and the last answer of the supplier about one ask. */
export type Answer = 'will-supply' | 'unfilled' | 'loaned' | 'terms' | 'copy';

export type { Service };

/** The kind of a request by its two sides: members both, a partner as supplier, or a partner as requester. */
export type RequestKind = 'consortium-loan' | 'outside-loan' | 'outside-supply';

/** An external requester’s side of a request: its own number, and the delivery address in lines. */
export type PartnersRequest = {
  requestId: string;
  requestingAgency: string;
  deliverTo?: string[];
  sendCopyTo?: string;
  /** The copyright rule that it states (ISO 18626 copyrightCompliance). */
  copyrightCompliance?: string;
  /** A broadcast request to all members: after a refusal the next one is asked. */
  anyOfUs?: true;
};

/** A record of the catalogue that may be what is wanted, as somebody decides by it. */
export type PossibleRecord = { recordId: string; title: string; author?: string; year?: number; format: string };

/** A message that did not reach a partner: its name (none for an answer about the state), and why, as it was met. */
export type Undelivered = { message?: string; error: string };

/**
 * An ask of one supplier, a member or (`prt_…`) a partner, whose state is known from its messages only. Open until
 * `closedAt`; answers name the `askId` and count only while it is open. `sent` and `seen` number the messages of each
 * side, so that repeated and obsolete ones are recognised.
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
  /**
   * The supplier's last offer, and whether the requester agreed to it. `afterRefusal`: it refused what it did not find as
   * cited, and can be asked again with a better citation.
   */
  offer?: Terms & { reason?: string; agreed?: true; afterRefusal?: true };
  /** The supplier’s own number for the request. */
  supplierRequestId?: string;
  /** When the supplier expects the item to arrive, by its last message (ISO 18626 expectedDeliveryDate). */
  expectedAt?: string;
  attention?: Attention;
  undelivered?: Undelivered;
  /** The item or copy that it sent after its ask had ended. */
  cameAnyway?: 'item' | 'copy';
  closedAt?: string;
  outcome?: AskOutcome;
  sent: Record<Side, number>;
  seen: Record<Side, number>;
};

/** One entry of the history: who did what on which side, with both states. `note` is a code, never free text. */
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

/** A running timer: its end, the trigger that it sets off then, and its ask. */
export type Timer = { side: Side; name: TimerName; trigger: Trigger; at: string; askId?: string };

/**
 * An interlibrary loan or copy request, within the consortium or (ISO 18626) with a partner on either side. The patron
 * is a separate field, so that an erasure leaves the rest untouched. Instants are ISO 8601 UTC. `v` is raised by the
 * store. `recordId` is the union record, or a generated id (`cit_…`) for a citation. `terms` are agreed with the
 * supplier; `maxCost` is the maximum cost; `asksOutside` allows partners to be asked.
 */
export type LoanRequest = {
  requestId: string;
  kind: RequestKind;
  service: Service;
  recordId: string;
  citation?: Citation;
  maxCost?: Money;
  asksOutside?: true;
  /** The records that may be what is wanted, for staff to decide; and those that are not, as the patron stated. */
  possibleRecords?: PossibleRecord[];
  ruledOut?: string[];
  patron?: { patronId: string };
  requesterMember: string;
  pickupBranch: string;
  serviceLevel: ServiceLevel;
  needBy?: string;
  placedAt: string;
  state: RequesterState;
  attention?: Attention;
  undelivered?: Undelivered;
  rota: RotaEntry[];
  /** The libraries that are not on the rota, and why. */
  excluded?: Excluded[];
  asks: Ask[];
  history: Step[];
  timers: Partial<Record<Side, Timer>>;
  itemId?: string;
  barcode?: string;
  due?: string;
  /** When a recalling supplier wants it back; `due` stays the original due date. */
  recalledTo?: string;
  terms?: Terms;
  holdsReturn?: true;
  /** The end of the loan that a partner reported while the item is here: staff confirm it. */
  reportedEnd?: 'home' | 'lost';
  claims?: CostClaim[];
  documentId?: string;
  partner?: PartnersRequest;
  /** For a patron request from a partner: its sender, its number, both symbols, and the status last notified. */
  handedIn?: { partnerId: string; number: string; from: string; to: string; notifiedStatus?: string };
  /** The partner’s message that cancels such a patron request and waits for its answer. */
  givenUp?: { at: string; messageId: string };
  v: number;
};

/** The input of a new request; an empty rota ends it unfilled at once. */
export type NewLoanRequest = Pick<
  LoanRequest,
  'requestId' | 'kind' | 'recordId' | 'requesterMember' | 'pickupBranch' | 'serviceLevel' | 'placedAt' | 'rota'
> &
  Partial<
    Pick<
      LoanRequest,
      | 'service'
      | 'citation'
      | 'maxCost'
      | 'asksOutside'
      | 'possibleRecords'
      | 'ruledOut'
      | 'excluded'
      | 'needBy'
      | 'partner'
      | 'handedIn'
    >
  > & {
    patronId?: string;
  };

/**
 * Places a request before anybody is asked. The workflow asks the first supplier at once; should it not start, the
 * `source-by` timer requests staff attention.
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

/** Whether a side of a request is ours: otherwise it is a partner, whose state is known from its messages only. */
export const isOurs = (request: LoanRequest, side: Side, ask?: Pick<Ask, 'supplierMember'>): boolean =>
  !isPartner(side === 'requester' ? request.requesterMember : (ask?.supplierMember ?? ''));

/** Finds the current ask; there is never more than one. */
export const currentAsk = (request: LoanRequest): Ask | undefined =>
  request.asks.find((ask) => ask.closedAt === undefined);

/**
 * The member to which a request's use is attributed: our requester, or for a partner's request the member that is
 * asked.
 */
export const payerOf = ({
  requesterMember,
  asks,
}: Pick<LoanRequest, 'requesterMember' | 'asks'>): string | undefined =>
  isPartner(requesterMember) ? asks.at(-1)?.supplierMember : requesterMember;

/** The next supplier on the rota that was neither asked nor skipped; undefined at the end of the rota. */
export const nextSupplier = (request: LoanRequest): RotaEntry | undefined =>
  request.rota.find(
    ({ member, skipped }) =>
      skipped === undefined && !request.asks.some(({ supplierMember }) => supplierMember === member),
  );

/** Whether the day the patron needs the item has passed. */
export const needByPassed = (request: LoanRequest, at: string): boolean =>
  request.needBy !== undefined && Date.parse(request.needBy) <= Date.parse(at);

/** The next step of the workflow while a request is being sourced; no supplier is asked after the patron's need-by date. */
export const nextSourcingTrigger = (request: LoanRequest, at: string): 'ask' | 'rota-ended' =>
  nextSupplier(request) !== undefined && !needByPassed(request, at) ? 'ask' : 'rota-ended';

/**
 * Removes the delivery addresses of a partner’s request, which may be a patron’s own: they are needed as long as
 * something may be sent. The copyright rule stays (CONTU 3 requires it).
 */
export const withoutAddresses = (request: LoanRequest): LoanRequest => {
  if (!request.partner) return request;
  const { deliverTo: _post, sendCopyTo: _email, ...partner } = request.partner;
  return { ...request, partner };
};
