import type { FactName } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Decided, Explain } from '../decisions/decision.ts';
import { type Because, nextStep } from '../decisions/next-step.ts';
import { isEquipment } from '../decisions/policies.ts';
import { type CheckinResult, packCheckin } from '../decisions/stored-results.ts';
import { withKey } from '../decisions/used-keys.ts';
import { withAway } from '../items/away.ts';
import { homeAgain } from '../loans/interlibrary-item.ts';
import { closeLoan } from './checkin-close-loan.ts';
import { type Draft, fact, newDraft } from './checkin-draft.ts';
import { letThroughAtScan } from './checkin-refusals.ts';
import { repair } from './checkin-repair.ts';
import type { CheckinRequest } from './checkin-request.ts';
import { tryHold } from './checkin-route.ts';
import { settle } from './checkin-settle.ts';
import { receiveTransit } from './checkin-transit.ts';

const route = (draft: Draft): void => {
  if (draft.item.state === 'damaged' || draft.item.state === 'withdrawn') {
    draft.out.warnings.push(`item-${draft.item.state}`);
    return;
  }
  if (receiveTransit(draft)) return;
  if (tryHold(draft)) return;
  settle(draft);
};

// The reason for which it was set aside or placed applies only while it stays so.
const settled = ({ item, standsAt }: Draft): ItemCirculation => {
  const { placed, aside, ...rest } = item;
  return {
    ...rest,
    ...(placed && item.state === 'available' && placed.branchId === standsAt && { placed }),
    ...(aside && item.state === 'damaged' && { aside }),
  };
};

/** Warns the desk once that the item is wanted for a course reserve. */
const cameForReserve = (draft: Draft): void => {
  const { reserve, state, branchId } = draft.item;
  if (!reserve?.awaited || state !== 'available' || draft.standsAt !== branchId) return;
  draft.item = { ...draft.item, reserve: { own: reserve.own } };
  draft.out.warnings.push('put-on-reserve');
};

/** Returns the result of a check-in from its decision; it is stored with its idempotency key, so that a retry returns the same. */
export const checkinResult = (
  draft: Pick<Decided, 'facts' | 'warnings'> & { because: Because },
  item: ItemCirculation,
): CheckinResult => {
  const { step, branchId } = nextStep(item);
  const amountOf = (name: FactName): number =>
    Number(draft.facts.find((one) => one.name === name)?.detail?.amount ?? 0);
  return {
    next: { step, branchId, forHold: item.hold !== undefined, because: draft.because },
    loanClosed: draft.facts.some(({ name }) => name === 'loan-closed'),
    fine: amountOf('fine-charged'),
    refund: amountOf('lost-refunded'),
    warnings: draft.warnings,
  };
};

/**
 * Decides a check-in, in the fixed order of C1: repair state, close loan, receive transit, try hold, else float, else send home. It
 * refuses nothing (`refuseScanOfJustSent` decides what a desk may not scan): an item at the desk must go somewhere. For an item never
 * lent, or scanned twice, only the last check-in is recorded (C19).
 */
export const decideCheckin = (request: CheckinRequest): Decided & { explain: Explain; because: Because } => {
  const draft = newDraft(request);
  repair(draft);
  closeLoan(draft);
  route(draft);
  cameForReserve(draft);
  draft.item = homeAgain(draft.item, request.branchId);
  draft.out.facts.push(fact(draft, 'item-checked-in', { detail: { state: draft.item.state } }));
  const { item, branchId, at, key, override } = request;
  const letThrough = letThroughAtScan(request);
  if (override && letThrough.length > 0) {
    draft.out.facts.push(
      fact(draft, 'refusals-overridden', { detail: { by: override.by, codes: letThrough.join(' ') } }),
    );
  }
  const seen: ItemCirculation = {
    ...withAway(settled(draft), draft.standsAt, at),
    currentBranch: draft.standsAt,
    lastCheckin: { at: request.madeAt ?? at, branchId },
    v: item.v + 1,
  };
  draft.out.changes.item = {
    after: withKey(
      seen,
      key && { ...key, result: packCheckin(checkinResult({ ...draft.out, because: draft.because }, seen)) },
    ),
    expect: item.v,
  };
  const { timeZone: zone } = request.calendarOf(branchId);
  return {
    ...draft.out,
    context: {
      ...{ zone, channel: request.channel ?? 'system', equipment: isEquipment(request.policies, item) },
      ...(request.madeAt !== undefined && { madeAt: request.madeAt }),
    },
    because: draft.because,
    explain: { checks: [], policyVersion: request.policies.loanRules.version },
  };
};
