import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { isLost } from '../../../items/public/loan-is-lost.ts';
import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import type { StateRow } from '../workflow/states.ts';
import { TABLE } from '../workflow/transitions.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';

/** The location of a request's copy, as the request sees it. */
export type Whereabouts =
  | 'elsewhere'
  | 'sent'
  | 'on-shelf'
  | 'lent'
  | 'lost'
  | 'back'
  | 'homeward'
  | 'home'
  | 'given-up';

/** A step that a request takes because its copy has moved ahead; steps of the supplier name their ask. */
export type FollowStep = { side: Side; trigger: Trigger; askId?: string };

/** The current copy, and whether the request's patron has borrowed it: its hold is fulfilled. */
export type Followed = { item: ItemCirculation; wasLent: boolean };

const boundTo = (request: LoanRequest, item: ItemCirculation): Whereabouts => {
  const held = item.hold?.holdId === request.requestId;
  if (item.state === 'withdrawn') return 'given-up';
  if (item.loan || item.state === 'missing') return isLost(item) || item.state === 'missing' ? 'lost' : 'lent';
  if (held && item.state === 'in-transit') return 'sent';
  if (held && item.state === 'on-hold-shelf') return 'on-shelf';
  if (held) return 'elsewhere';
  return item.state === 'in-transit' ? 'homeward' : 'back';
};

/**
 * Locates a copy for a request by the mark that it carries while it is away for the request. A copy without the mark
 * was scanned at its owner's, as long as it is the request's copy.
 */
export const whereabouts = (request: LoanRequest, item: ItemCirculation): Whereabouts => {
  if (item.request?.requestId === request.requestId) return boundTo(request, item);
  if (request.itemId !== item.itemId) return 'elsewhere';
  const scannedHome = item.request !== undefined || memberOfBranch(item.currentBranch) === item.memberId;
  return scannedHome && item.hold?.holdId !== request.requestId ? 'home' : 'elsewhere';
};

const supplier = (trigger: Trigger) => ({ side: 'supplier' as const, trigger });
const requester = (trigger: Trigger) => ({ side: 'requester' as const, trigger });
const SHIPPED = [supplier('ship')];
const ARRIVED = [...SHIPPED, requester('receive')];
const HAD = [...ARRIVED, requester('lend')];

/**
 * The steps that bring a request to its copy's location, in order: those that its table allows now are still to be
 * taken.
 */
const leadTo = (where: Whereabouts, { item, wasLent }: Followed, request: LoanRequest): FollowStep[] => {
  const recall = item.loan?.recalledAt !== undefined && request.state !== 'recalled' ? [supplier('recall')] : [];
  const had = wasLent ? [...HAD, requester('return')] : ARRIVED;
  switch (where) {
    case 'sent':
      return SHIPPED;
    case 'on-shelf':
      return ARRIVED;
    case 'lent':
      return [...HAD, ...recall];
    case 'lost':
      // A partner receives no report: the copy is ours, and so is the statement.
      return isPartner(request.requesterMember)
        ? [...SHIPPED, supplier('declare-lost')]
        : [...(wasLent ? HAD : ARRIVED), requester('report-lost')];
    case 'back':
      return [...had, requester('found')];
    case 'homeward':
      return [...had, requester('found'), requester('ship-back')];
    case 'home':
      return [supplier(item.aside?.claim === undefined ? 'check-in' : 'check-in-damaged')];
    case 'given-up':
      return [supplier('declare-lost')];
    case 'elsewhere':
      return [];
  }
};

/** Finds the ask that brought the copy: the open one, else the last. */
const askOf = ({ asks }: LoanRequest): Ask | undefined =>
  asks.find(({ closedAt }) => closedAt === undefined) ?? asks.at(-1);

const isOpen = (request: LoanRequest, ask: Ask, { side, trigger }: FollowStep): boolean => {
  if (!isOurs(request, side, ask)) return false;
  const row: StateRow<string> =
    side === 'requester' ? TABLE.requester[request.state] : TABLE.supplier[ask.supplierState];
  if (row.on[trigger] === undefined) return false;
  // A recalled item can be received once: its state does not show whether it was.
  if (trigger !== 'receive') return true;
  return !request.history.some((step) => step.trigger === 'receive' && step.askId === ask.askId);
};

/**
 * Finds the next step that brings a request to its copy's location, whoever moved the copy and however many steps it is
 * ahead; undefined when they agree, or when the table has no such step. Repeated after each step, it leads to the same
 * end in any order of events.
 */
export const nextToFollow = (request: LoanRequest, followed: Followed): FollowStep | undefined => {
  const ask = askOf(request);
  if (ask === undefined) return undefined;
  const where = whereabouts(request, followed.item);
  const step = leadTo(where, followed, request).find((one) => isOpen(request, ask, one));
  return step && (step.side === 'supplier' ? { ...step, askId: ask.askId } : step);
};
