import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Consistency } from '../data/circulation-stores.ts';
import type { InterlibraryDeps } from '../deps.ts';
import { checkinResult, decideCheckin } from '../domain/checkin/checkin.ts';
import { refuseScanOfJustSent } from '../domain/checkin/checkin-refusals.ts';
import type { CheckinRequest } from '../domain/checkin/checkin-request.ts';
import { capFor } from '../domain/checkin/float.ts';
import type { Channel } from '../domain/decisions/channel.ts';
import type { Override } from '../domain/decisions/findings.ts';
import { type CirculationPolicies, calendarBranch, movementOf } from '../domain/decisions/policies.ts';
import { type CheckinResult, unpackCheckin } from '../domain/decisions/stored-results.ts';
import type { NewKey } from '../domain/decisions/used-keys.ts';
import { neighbours } from '../domain/items/movement-rules.ts';
import type { ShelfLabel } from '../domain/items/shelf-label.ts';
import { isInterlibraryItem } from '../domain/loans/interlibrary-item.ts';
import { lateSince } from '../domain/loans/late-since.ts';
import { sentOutside } from '../domain/loans/lend-to-library.ts';
import type { Slip } from '../schemas/items.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { storedResult } from './item-idempotency.ts';
import { loadItemHold } from './load-item-holds.ts';
import { loadLostBill } from './load-lost-bill.ts';
import { channelOf } from './log-refusal.ts';
import { madeOffline, refuseOlder } from './offline.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { heldFor, shelfLabelsOf } from './shelf-labels.ts';
import { overrideAudit, supervisorOverride } from './supervisor-override.ts';
import { titleForMachine } from './title-for-machine.ts';
import { transitSlip } from './transit-slip.ts';

/** The input of the desk or the self-check with a scan. */
type ScanBody = {
  branchId: string;
  item: string;
  returnedAt?: string | undefined;
  madeAt?: string | undefined;
  claimEnds?: CheckinRequest['claimEnds'] | undefined;
  capture?: CheckinRequest['capture'] | undefined;
  float?: boolean | undefined;
};

/** A scan to decide on, with a supervisor's override. `now` in epoch ms. */
export type Scanned = {
  body: ScanBody;
  policies: CirculationPolicies;
  now: number;
  key: NewKey | undefined;
  bySelfCheck: boolean;
  channel: Channel;
  override: Override | undefined;
  /** The actor of the scan, for the log of a hold that loses its copy (C48). */
  by: string;
  /** The staff user whose scan may ship the item for an interlibrary request. */
  staffId?: string | undefined;
  actor: Actor | undefined;
};

const purposeOf = ({ next }: CheckinResult): Slip['purpose'] => {
  if (next.forHold) return 'hold';
  if (next.because === 'transfer') return 'transfer';
  if (next.because === 'passing') return 'onward';
  return next.because === 'back-by-policy' ? 'holding' : 'home';
};

const answerOf = ({ itemId, barcode }: ItemCirculation, result: CheckinResult, { body, policies }: Scanned) => {
  const { fine, refund, ...rest } = result;
  const { currency } = policies.loanRules.body;
  const { step, branchId: to } = result.next;
  return {
    itemId,
    barcode,
    ...rest,
    ...(step === 'send' && { slip: transitSlip(movementOf(policies), body.branchId, to, purposeOf(result)) }),
    ...(fine > 0 && { fine: { amount: fine, currency } }),
    ...(refund > 0 && { refund: { amount: refund, currency } }),
  };
};

// The scanning branch and those in its building, whose shelf an item may go to, and the checkout branch.
const placesOf = ({ body: { branchId }, policies }: Scanned, item: ItemCirculation): string[] => [
  branchId,
  ...neighbours(movementOf(policies), branchId),
  ...(item.loan ? [calendarBranch(policies, item, item.loan.checkoutBranch)] : []),
];

const queueOf = async (
  deps: InterlibraryDeps,
  { body: { branchId }, policies, now }: Scanned,
  item: ItemCirculation,
  reading: Consistency,
): Promise<{ waiting: Hold[]; stopped: ReadonlySet<string>; claim?: Hold }> => {
  const { waiting, stopped } = await deps.unions.candidates({ item, branchId, at: iso(now), policies }, reading);
  const claim = waiting.find(({ holdId }) => holdId === item.hold?.holdId) ?? (await loadItemHold(deps, item, reading));
  return { waiting, stopped, ...(claim && { claim }) };
};

const guestsAt = async (
  { guests }: Pick<InterlibraryDeps, 'guests'>,
  { body: { branchId }, policies }: Scanned,
  item: ItemCirculation,
  reading: Consistency,
): Promise<{ guests?: number }> => {
  const cap = capFor(movementOf(policies), item, branchId);
  return cap === undefined ? {} : { guests: await guests.count(branchId, cap.group, reading) };
};

const optionsOf = ({ body, bySelfCheck, channel, override, key }: Scanned) => ({
  bySelfCheck,
  channel,
  ...(override && { override }),
  ...(body.float !== undefined && { float: body.float }),
  ...(body.capture !== undefined && { capture: body.capture }),
  ...(body.returnedAt !== undefined && { returnedAt: body.returnedAt }),
  ...(body.madeAt !== undefined && { madeAt: body.madeAt }),
  ...(body.claimEnds !== undefined && { claimEnds: body.claimEnds }),
  ...(key && { key }),
});

const requestOf = async (
  deps: InterlibraryDeps,
  scanned: Scanned,
  item: ItemCirculation,
  calendars: Map<string, BranchCalendar>,
  here: BranchCalendar,
  reading: Consistency,
): Promise<CheckinRequest> => {
  const { body, policies, now } = scanned;
  const { ids } = deps;
  const queue = await queueOf(deps, scanned, item, reading);
  const visiting = item.request !== undefined && isInterlibraryItem(item, body.branchId) ? item.request : undefined;
  const returnHeld = visiting !== undefined && (await deps.interlibraryLoans.isReturnHeld(visiting.requestId));
  return {
    ...{ item, branchId: body.branchId, at: iso(now), policies, ...queue },
    ...(await guestsAt(deps, scanned, item, reading)),
    ...(await loadLostBill(deps, item, reading)),
    ...(returnHeld && { returnHeld }),
    calendarOf: (place) => calendars.get(place) ?? here,
    ids: {
      ...{ bill: ids.next('bill', now), fineEntry: ids.next('entry', now) },
      ...{ refundEntry: ids.next('entry', now), feeRefundEntry: ids.next('entry', now) },
    },
    ...optionsOf(scanned),
  };
};

/**
 * Adds for whom an item goes to the hold shelf, for the slip of a desk, and for a machine the title and the item's own branch. Takes the item
 * after the scan.
 */
const labelled = async <T extends { next: CheckinResult['next'] }>(
  deps: InterlibraryDeps,
  { body: { branchId }, staffId, actor, now }: Scanned,
  item: ItemCirculation,
  response: T,
): Promise<T & { heldFor?: ShelfLabel; title?: string; homeBranch?: string }> => {
  if (actor?.kind === 'machine') {
    return { ...response, ...(await titleForMachine(deps, actor, item, now)), homeBranch: item.branchId };
  }
  if (response.next.step !== 'hold-shelf' || staffId === undefined) return response;
  const labels = await shelfLabelsOf(deps, branchId, [item], now);
  return { ...response, ...heldFor(labels.get(item.itemId)) };
};

/** Returns the response for an item shipped for an interlibrary request: as stored with the key of the scan, otherwise from its record. */
const shippedAnswer = (shipped: ItemCirculation, scanned: Scanned) => {
  const { loan, ...item } = shipped;
  const used = storedResult(shipped, scanned.key);
  if (used && 'result' in used) return answerOf(shipped, unpackCheckin(used.result), scanned);
  const result =
    loan && isPartner(loan.patronId)
      ? sentOutside(loan.patronId)
      : checkinResult({ facts: [], warnings: [], because: 'for-hold' }, item);
  return answerOf(shipped, result, scanned);
};

/** Ships the item when an interlibrary request asks for it: at desks only, and not when the desk declines. */
const shipIfRequested = async (
  { interlibraryLoans }: InterlibraryDeps,
  { body: { branchId, capture }, staffId, now, key }: Scanned,
  item: ItemCirculation,
): Promise<ItemCirculation | undefined> =>
  capture === 'no' || staffId === undefined
    ? undefined
    : interlibraryLoans.shipByScan({ staffId, branchId, now, key }, item);

/** Decides a scan on the records as read: an earlier response, a refusal, or a decision to write. */
export const planCheckIn = async (deps: InterlibraryDeps, scanned: Scanned, reading: Consistency) => {
  const { body, key, now, policies, override } = scanned;
  const item = await findItem(deps, body.item, reading);
  if ('refused' in item) return item;
  const used = storedResult(item, key);
  if (used && 'refused' in used) return used;
  if (used) {
    const stored = answerOf(item, unpackCheckin(used.result), scanned);
    return { again: await labelled(deps, scanned, item, stored) };
  }
  const older = refuseOlder(item, { ...(body.madeAt !== undefined && { madeAt: body.madeAt }) }, 'check-in');
  if (older) return older;
  const refused = refuseScanOfJustSent({ item, at: iso(now), policies, ...(override && { override }) });
  if (refused.length > 0) return { refused };
  const shipped = await shipIfRequested(deps, scanned, item);
  if (shipped) return { again: shippedAnswer(shipped, scanned) };
  const calendars = await deps.calendars(placesOf(scanned, item), now, lateSince(item.loan, now));
  const here = calendars.get(body.branchId);
  if (!here) return refuseUnknownBranch(body.branchId, '/body/branchId');
  const request = await requestOf(deps, scanned, item, calendars, here, reading);
  const decided = decideCheckin(request);
  const after = decided.changes.item?.after ?? item;
  const result = checkinResult(decided, after);
  const { waiting, claim } = request;
  const read = {
    item,
    holds: claim ? [...waiting, claim] : waiting,
    by: scanned.by,
    ...overrideAudit('check-in', item, iso(now), deps.ids.next('audit', now), override, body.branchId),
  };
  return { decided, read, answer: await labelled(deps, scanned, after, answerOf(item, result, scanned)) };
};

/** A check-in as the operation receives it. */
export type CheckInInput = {
  actor: Actor | undefined;
  body: ScanBody & { override?: { comment: string } | undefined };
  now: number;
  key: NewKey | undefined;
};

/**
 * Checks an item in: closes its loan, charges overdue fines, and returns where the item goes. Returns the stored result for a repeated
 * key. Refuses only a scan that cannot be valid.
 */
export const checkIn = async (deps: InterlibraryDeps, { actor, body, now, key }: CheckInInput) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const supervised = supervisorOverride(actor, body.branchId, body.override);
  if ('refused' in supervised) return supervised;
  const offline = madeOffline({ actor, madeAt: body.madeAt, policies, now });
  if ('refused' in offline) return offline;
  const bySelfCheck = actor?.kind === 'machine';
  // At a self-check, patrons could backdate their returns.
  if (bySelfCheck && (body.returnedAt !== undefined || body.claimEnds !== undefined)) {
    return refuse('staff-only', 'Only staff date a return back or say how a claim ends.');
  }
  const scanned: Scanned = {
    ...{
      body: { ...body, ...offline.made },
      policies,
      now,
      key,
      bySelfCheck,
      override: supervised.override,
      by: actorName(actor),
    },
    channel: channelOf(actor),
    staffId: actor?.kind === 'staff' ? actor.id : undefined,
    actor,
  };
  return decideAndSave(deps.table, (reading) => planCheckIn(deps, scanned, reading));
};
