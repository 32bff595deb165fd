import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { isBorrowed } from '../../items/public/borrowed-item.ts';
import type { Fact } from '../../items/public/facts.ts';
import { guestOf } from '../../items/public/guest.ts';
import { claims, type Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { type ItemState, itemStates } from '../../items/public/item-states.ts';
import { isLost } from '../../items/public/loan-states.ts';
import { type LastCopy, withdrawalFindings } from '../../items/public/withdrawal.ts';
import { countedDown } from './checkin-close-loan.ts';
import { type Decided, type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { ResetReason } from './hold-reset.ts';
import { untargeted } from './lend.ts';
import type { RefusalFor } from './refusals.ts';

/** The states that staff set by hand. */
export const markable = [
  'in-process',
  'available',
  'missing',
  'damaged',
  'withdrawn',
] as const satisfies readonly ItemState[];
export type Markable = (typeof markable)[number];

const byHand = ['receive', 'mark missing', 'mark damaged', 'withdraw', 'make available', 'take into work'];

/** The step of the table of states by which staff take an item from the one state to the other; it also says who may. */
const stepByHand = (from: ItemState, to: Markable) =>
  itemStates.transitions.find((step) => step.from === from && step.to === to && byHand.includes(step.trigger));

/** The members that have to do with an item: its owner's, of where it is, of where it comes from and goes, of its pickup. */
export const involvedMembers = ({ memberId, currentBranch, transit, hold }: ItemCirculation): string[] => [
  memberId,
  ...[currentBranch, transit?.from, transit?.to, hold?.pickupBranch].flatMap((id) => (id ? [memberOfBranch(id)] : [])),
];

/** A hold whose copy is taken from it goes back into the queue at its place, with the reason in its log (C48). */
export const giveBackHold = (
  out: Decided,
  { item, claim, branchId, at }: { item: ItemCirculation; claim?: Hold | undefined; branchId: string; at: string },
  reason: ResetReason,
  note?: string,
): void => {
  if (!claims(claim, item.itemId)) return;
  const { shelfExpiresAt: _expiry, ...hold } = claim;
  out.changes.holds.push(untargeted(hold));
  const copy = { itemId: item.itemId, copyBranch: item.currentBranch };
  out.changes.resets = [
    { holdId: hold.holdId, at, v: hold.v + 1, reason, branchId, ...copy, ...(note !== undefined && { note }) },
  ];
};

/** What a mark is decided on: the state wanted, at which desk, and the hold that the item is set aside for, if any. */
export type MarkRequest = {
  item: ItemCirculation;
  to: Markable;
  branchId: string;
  at: string;
  claim?: Hold | undefined;
  /** Of a copy to withdraw: that no other is held. Read strongly, under the guard that goes into the write. */
  lastCopy?: LastCopy | undefined;
};

const marked = ({ item, to, at }: MarkRequest): ItemCirculation => {
  const { transit, hold: _hold, placed: _placed, aside: _aside, floated, loan: _loan, ...rest } = item;
  const asked = transit?.sentAt === undefined ? transit : undefined;
  return {
    ...rest,
    state: to,
    ...(asked && to === 'available' && { transit: asked }),
    ...(floated !== undefined && to !== 'withdrawn' && { floated }),
    ...(to === 'missing' && { aside: { at, reason: transit && !asked ? 'lost-in-transit' : 'not-found' } }),
    ...(to === 'damaged' && { aside: { at, reason: 'damaged' } }),
    v: item.v + 1,
  };
};

/** The loan of a lost item ends with it: its patron's counters go down, unless they did when its charge was settled. */
const endLoan = (out: Decided, { item, at, branchId }: MarkRequest): void => {
  const { loan, itemId, memberId: owner } = item;
  if (loan === undefined || loan.lost?.paid === true) return;
  const { patronId, loanId, patronMember: patron } = loan;
  out.changes.patrons.push({ patronId, add: countedDown(loan), limits: [] });
  const members = { owner, desk: memberOfBranch(branchId), patron };
  out.facts.push({ name: 'loan-closed', at, members, itemId, loanId, patronId, branchId });
};

/**
 * Sets the state of an item that is not lent, or is lost: withdrawn, it is given up for good, and its bill stays. Missing and damaged may be said by every member that has to do with it: a copy
 * not found on its way is lost in transit, one not found on a shelf gives its hold back to the queue. The rest is its
 * owner's word. Refuses what the table of states does not allow, and to withdraw what is to be kept or is a last copy.
 */
export const markItem = (request: MarkRequest): Decision<RefusalFor<'markItem'>> => {
  const { item, to, branchId, at } = request;
  const desk = memberOfBranch(branchId);
  const step = stepByHand(item.state, to);
  // What a library outside owns is not ours to shelve or to withdraw.
  const ours = !isBorrowed(item) || to === 'missing' || to === 'damaged';
  const sound = ours && step !== undefined && (item.loan === undefined || isLost(item));
  const theirs = desk === item.memberId || (step?.by !== 'owner' && involvedMembers(item).includes(desk));
  const findings: Finding<RefusalFor<'markItem'>>[] = [
    finding('item-wrong-state', sound, `From ${item.state} to ${to}`),
    finding('not-your-item', theirs, theirs ? 'This library may say so' : 'Not this library’s to say'),
    ...(to === 'withdrawn' ? withdrawalFindings(item, at, request.lastCopy) : []),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const about: Omit<Fact, 'name'> = { at, members: { owner: item.memberId, desk }, itemId: item.itemId, branchId };
  out.changes.item = { after: marked(request), expect: item.v };
  const { transit } = item;
  if (transit?.sentAt !== undefined) {
    const detail = { from: transit.from, to: transit.to, purpose: transit.purpose };
    out.facts.push({ name: to === 'missing' ? 'transit-lost' : 'transit-cancelled', ...about, detail });
  }
  out.facts.push({ name: 'item-marked', ...about, detail: { from: item.state, to } });
  endLoan(out, request);
  giveBackHold(out, request, to === 'damaged' ? 'not-fit' : 'not-on-shelf');
  const guest = guestOf(item);
  if (guest && to === 'withdrawn') out.changes.guests = [{ ...guest, add: -1 }];
  return { ...out, explain };
};

/** Counts a use in the library without a loan: it changes nothing else, whatever state the item is in. Refuses nothing. */
export const countInHouseUse = (item: ItemCirculation, branchId: string, at: string): Decided => {
  const out = nothingYet();
  out.changes.item = { after: { ...item, usedInHouse: (item.usedInHouse ?? 0) + 1, v: item.v + 1 }, expect: item.v };
  const members = { owner: item.memberId, desk: memberOfBranch(branchId) };
  out.facts.push({ name: 'item-used-in-house', at, members, itemId: item.itemId, branchId });
  return out;
};
