import type * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { checkinResult, decideCheckin } from '../domain/checkin.ts';
import { refuseScanOfJustSent } from '../domain/checkin-refusals.ts';
import type { CheckinRequest } from '../domain/checkin-request.ts';
import type { Override } from '../domain/findings.ts';
import { capFor } from '../domain/float.ts';
import { type KeptCheckin, unpackCheckin } from '../domain/kept-results.ts';
import { isVisitor } from '../domain/lent-between.ts';
import { neighbours } from '../domain/movement-rules.ts';
import { type CirculationPolicies, calendarBranch, movementOf } from '../domain/policies.ts';
import type { NewKey } from '../domain/used-keys.ts';
import type { contract } from '../operations/check-in/contract.ts';
import type { Slip } from '../schemas/shapes.ts';
import { claimOf, findItem } from './find.ts';
import type { House, Reading } from './house.ts';
import { lostBillOf } from './lost-bill.ts';
import { auditOf } from './overriding.ts';
import type { Shipped } from './ship-by-scan.ts';
import { slipOf } from './slip.ts';
import { usedBefore } from './used-key.ts';

/** A check-in as asked for: at a desk or by a self-check, with what a supervisor lets through. `now` in epoch ms. */
export type Scanned = {
  body: z.output<NonNullable<(typeof contract)['body']>>;
  policies: CirculationPolicies;
  now: number;
  key: NewKey | undefined;
  bySelfCheck: boolean;
  override: Override | undefined;
  /** Who scans, for the log of a hold that loses its copy (C48). */
  by: string;
  /** Ships the copy, when a loan between libraries waits for it: at desks, which alone may. */
  ship?: (item: ItemCirculation) => Promise<Shipped | undefined>;
  ids: Ids;
};

const purposeOf = ({ next }: KeptCheckin): Slip['purpose'] => {
  if (next.forHold) return 'hold';
  if (next.because === 'transfer') return 'transfer';
  if (next.because === 'passing') return 'onward';
  return next.because === 'back-by-policy' ? 'holding' : 'home';
};

const answerOf = ({ itemId, barcode }: ItemCirculation, kept: KeptCheckin, { body, policies }: Scanned) => {
  const { fine, refund, ...rest } = kept;
  const { currency } = policies.loanRules.body;
  const { step, branchId: to } = kept.next;
  return {
    itemId,
    barcode,
    ...rest,
    ...(step === 'send' && { slip: slipOf(movementOf(policies), body.branchId, to, purposeOf(kept)) }),
    ...(fine > 0 && { fine: { amount: fine, currency } }),
    ...(refund > 0 && { refund: { amount: refund, currency } }),
  };
};

// The scanning branch and those in its building, whose shelf an item may go to, and where the loan was made.
const placesOf = ({ body: { branchId }, policies }: Scanned, item: ItemCirculation): string[] => [
  branchId,
  ...neighbours(movementOf(policies), branchId),
  ...(item.loan ? [calendarBranch(policies, item, item.loan.checkoutBranch)] : []),
];

const queueOf = async (
  house: House,
  { body: { branchId }, policies, now }: Scanned,
  item: ItemCirculation,
  reading: Reading,
): Promise<{ waiting: Hold[]; stopped: ReadonlySet<string>; claim?: Hold }> => {
  const { waiting, stopped } = await house.unions.candidates({ item, branchId, at: iso(now), policies }, reading);
  const claim = waiting.find(({ holdId }) => holdId === item.hold?.holdId) ?? (await claimOf(house, item, reading));
  return { waiting, stopped, ...(claim && { claim }) };
};

const guestsAt = async (
  { guests }: House,
  { body: { branchId }, policies }: Scanned,
  item: ItemCirculation,
  reading: Reading,
): Promise<{ guests?: number }> => {
  const cap = capFor(movementOf(policies), item, branchId);
  return cap === undefined ? {} : { guests: await guests.count(branchId, cap.group, reading) };
};

const wordsOf = ({ body, bySelfCheck, override, key }: Scanned) => ({
  bySelfCheck,
  ...(override && { override }),
  ...(body.float !== undefined && { float: body.float }),
  ...(body.capture !== undefined && { capture: body.capture }),
  ...(body.returnedAt !== undefined && { returnedAt: body.returnedAt }),
  ...(body.claimEnds !== undefined && { claimEnds: body.claimEnds }),
  ...(key && { key }),
});

const requestOf = async (
  house: House,
  scanned: Scanned,
  item: ItemCirculation,
  calendars: Map<string, BranchCalendar>,
  here: BranchCalendar,
  reading: Reading,
): Promise<CheckinRequest> => {
  const { body, policies, now, ids } = scanned;
  const queue = await queueOf(house, scanned, item, reading);
  const visiting = item.request !== undefined && isVisitor(item, body.branchId) ? item.request : undefined;
  const returnHeld = visiting !== undefined && (await house.isReturnHeld(visiting.requestId));
  return {
    ...{ item, branchId: body.branchId, at: iso(now), policies, ...queue },
    ...(await guestsAt(house, scanned, item, reading)),
    ...(await lostBillOf(house, item, reading)),
    ...(returnHeld && { returnHeld }),
    calendarOf: (place) => calendars.get(place) ?? here,
    ids: { bill: ids.next('bill', now), fineEntry: ids.next('entry', now), refundEntry: ids.next('entry', now) },
    ...wordsOf(scanned),
  };
};

/** What a scan comes to on the records as read: the answer given before, a refusal, or what is to be written. */
export const planOf = async (house: House, scanned: Scanned, reading: Reading) => {
  const { body, key, now, policies, override, ids } = scanned;
  const item = await findItem(house, body.item, reading);
  if ('refused' in item) return item;
  const used = usedBefore(item, key);
  if (used) return 'refused' in used ? used : { again: answerOf(item, unpackCheckin(used.kept), scanned) };
  const refused = refuseScanOfJustSent({ item, at: iso(now), policies, ...(override && { override }) });
  if (refused.length > 0) return { refused };
  const shipped = body.capture === 'no' ? undefined : await scanned.ship?.(item);
  if (shipped) return { again: answerOf(shipped.item, shipped.kept, scanned) };
  const calendars = await house.calendars(placesOf(scanned, item), now);
  const here = calendars.get(body.branchId);
  if (!here) return refuse('unknown-branch', `${body.branchId} is no branch.`, '/body/branchId');
  const request = await requestOf(house, scanned, item, calendars, here, reading);
  const decided = decideCheckin(request);
  const result = checkinResult(decided, decided.changes.item?.after ?? item);
  const { waiting, claim } = request;
  const read = {
    item,
    holds: claim ? [...waiting, claim] : waiting,
    by: scanned.by,
    ...auditOf('check-in', item, iso(now), ids.next('audit', now), override),
  };
  return { decided, read, answer: answerOf(item, result, scanned) };
};
