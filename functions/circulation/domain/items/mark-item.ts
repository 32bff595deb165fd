import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { isBorrowed } from '../../../items/public/borrowed-item.ts';
import type { Fact } from '../../../items/public/facts.ts';
import { guestOf } from '../../../items/public/guest-of.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type ItemState, itemStates } from '../../../items/public/item-states.ts';
import type { LastCopy } from '../../../items/public/last-copy.ts';
import { isLost } from '../../../items/public/loan-is-lost.ts';
import { withdrawalFindings } from '../../../items/public/withdrawal-findings.ts';
import { countedDown } from '../checkin/checkin-close-loan.ts';
import { type Decided, type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import type { ResetReason } from '../holds/hold-reset.ts';
import { untargeted } from '../loans/lend.ts';

/** The states that staff can set manually. */
export const markable = [
  'in-process',
  'available',
  'missing',
  'damaged',
  'withdrawn',
] as const satisfies readonly ItemState[];
export type Markable = (typeof markable)[number];

const byHand = ['receive', 'mark missing', 'mark damaged', 'withdraw', 'make available', 'take into work'];

/** Returns the manual transition from one state to another in the table of states, which also names who may perform it. */
const stepByHand = (from: ItemState, to: Markable) =>
  itemStates.transitions.find((step) => step.from === from && step.to === to && byHand.includes(step.trigger));

/** Returns the members involved with an item: its owner, and those of its current branch, its transit and its pickup branch. */
export const involvedMembers = ({ memberId, currentBranch, transit, hold }: ItemCirculation): string[] => [
  memberId,
  ...[currentBranch, transit?.from, transit?.to, hold?.pickupBranch].flatMap((id) => (id ? [memberOfBranch(id)] : [])),
];

/** Returns a hold without its copy to the queue at its place, with the reason in its log (C48). */
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

/** The input of a mark: the new state, the desk, and the hold that the item is reserved for, if any. */
export type MarkRequest = {
  item: ItemCirculation;
  to: Markable;
  branchId: string;
  at: string;
  claim?: Hold | undefined;
  /** For a copy to withdraw: that no other copy is held. Read strongly, with the guard that goes into the write. */
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

/** Ends the loan of a lost item: its patron's counters are decremented, unless that happened when its charge was settled. */
const endLoan = (out: Decided, { item, at, branchId }: MarkRequest): void => {
  const { loan, itemId, memberId: owner } = item;
  if (loan === undefined || loan.lost?.paid === true) return;
  const { patronId, loanId, patronMember: patron } = loan;
  out.changes.patrons.push({ patronId, add: countedDown(loan), limits: [] });
  const members = { owner, desk: memberOfBranch(branchId), patron };
  out.facts.push({ name: 'loan-closed', at, members, itemId, loanId, patronId, branchId });
};

/**
 * Sets the state of an item that is not on loan, or is lost. Withdrawn is final, and its bill stays. Every involved member may set
 * missing and damaged: a copy not found in transit is lost in transit, one not found on a shelf returns its hold to the queue. Only the
 * owner may set the other states. Refuses transitions that the table of states does not permit, and the withdrawal of a retained item or
 * a last copy.
 */
export const markItem = (request: MarkRequest): Decision<RefusalFor<'markItem'>> => {
  const { item, to, branchId, at } = request;
  const desk = memberOfBranch(branchId);
  const step = stepByHand(item.state, to);
  // An item of an external library is not ours to shelve or to withdraw.
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

/** Counts an in-house use without a loan: it changes nothing else, whatever the item's state. Refuses nothing. */
export const countInHouseUse = (item: ItemCirculation, branchId: string, at: string): Decided => {
  const out = nothingYet();
  out.changes.item = { after: { ...item, usedInHouse: (item.usedInHouse ?? 0) + 1, v: item.v + 1 }, expect: item.v };
  const members = { owner: item.memberId, desk: memberOfBranch(branchId) };
  out.facts.push({ name: 'item-used-in-house', at, members, itemId: item.itemId, branchId });
  return out;
};
