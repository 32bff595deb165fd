import type { CalendarWithPast } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { dueAtEndOf, instant, millis } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { claims } from '../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import type { Closing } from '../data/closing-store.ts';
import { holdsById } from '../data/holds-by-id.ts';
import { CHECK_SHARDS, scheduledCheckStore } from '../data/scheduled-check-store.ts';
import type { ClosingDeps } from '../deps.ts';
import { type ClosingLine, sumOf } from '../domain/closings/closing.ts';
import { holdLine, isOnClosedDay, type Lent, loanLine, withClosure } from '../domain/closings/moved-date.ts';
import { type CirculationPolicies, calendarBranch, ruleFor } from '../domain/decisions/policies.ts';
import { byQueueOrder } from '../domain/holds/hold-queue.ts';
import { checkTiming } from './check-timing.ts';

/** Scheduled checks read together, and copies of the hold shelf. */
const PART = 500;
const SHELF = 100;

type Gathering = { closing: Closing; calendar: CalendarWithPast; policies: CirculationPolicies; now: number };

const isLent = (item: ItemCirculation): item is Lent => item.loan !== undefined && item.state === 'on-loan';

const loanLines = async (deps: ClosingDeps, gathering: Gathering, itemIds: string[]): Promise<ClosingLine[]> => {
  const { closing, calendar, policies, now } = gathering;
  const items = (await deps.items.getMany([...new Set(itemIds)])).filter(isLent).filter((item) => {
    const place = calendarBranch(policies, item, item.loan.checkoutBranch);
    const isDue = isOnClosedDay(calendar, closing, item.loan.due);
    return place === closing.branchId && isDue && millis(item.loan.due) > now;
  });
  const patronIds = [...new Set(items.map(({ loan }) => loan.patronId))];
  const rows = await deps.table.getMany(patronIds.map((patronId) => patronsKeys.key('patronStatus', { patronId })));
  const patrons = new Map(
    rows.flatMap((row) => (row ? [readPatronStatus(row)] : [])).map((one) => [one.patronId, one]),
  );
  const time = checkTiming(deps.table);
  return Promise.all(
    items.map(async (item) => {
      const { category = '', residence, expiresOn: cardUntil } = patrons.get(item.loan.patronId) ?? {};
      const borrower = { homeMember: item.loan.patronMember, category, residence };
      const rule = ruleFor(policies, item, item.loan.checkoutBranch, borrower);
      const { settings } = await time.ofLoan(item, item.loan, now);
      return loanLine({ item, rule, policies, calendar, settings, cardUntil, now: iso(now) });
    }),
  );
};

const shelfLine = async (
  { table, unions }: ClosingDeps,
  { closing, calendar, now }: Gathering,
  item: ItemCirculation,
): Promise<ClosingLine[]> => {
  const { itemId, recordId, hold: claim } = item;
  if (recordId === undefined || claim?.shelfExpiresAt === undefined) return [];
  if (!isOnClosedDay(calendar, closing, claim.shelfExpiresAt) || millis(claim.shelfExpiresAt) <= now) return [];
  const union = await unions.find(recordId, { strong: false });
  const [hold] = await holdsById(table, byQueueOrder)(union?.recordIds ?? [recordId], claim.holdId);
  if (!claims(hold, itemId) || hold.shelfExpiresAt !== claim.shelfExpiresAt) return [];
  return [holdLine(item, { ...hold, shelfExpiresAt: hold.shelfExpiresAt }, calendar)];
};

const shelfLines = async (deps: ClosingDeps, gathering: Gathering, before: string): Promise<ClosingLine[]> => {
  const lines: ClosingLine[] = [];
  let after: string | undefined;
  do {
    const page = await deps.items.list('shelf', gathering.closing.branchId, { limit: SHELF, before, after });
    if (page === 'bad-cursor') throw new Error('A list goes on from its own position.');
    const some = await Promise.all(page.rows.map((item) => shelfLine(deps, gathering, item)));
    lines.push(...some.flat());
    after = page.next;
  } while (after !== undefined);
  return lines;
};

/**
 * Looks for the dates that a closing moves, one part from where it stopped: loans by the scheduled checks up to the last closed day, then
 * the hold shelf. Repeating a part stores the same lines. Undefined when another run wrote first.
 */
export const gatherClosing = async (deps: ClosingDeps, closing: Closing): Promise<Closing | undefined> => {
  const { closings, clock, table } = deps;
  const { branchId } = closing;
  const now = clock.now();
  const [policies, calendars] = await Promise.all([deps.policiesAt(now), deps.calendars([branchId], now)]);
  const known = calendars.get(branchId);
  if (!policies || !known) throw new Error(`${branchId} has neither loan rules nor a calendar.`);
  const calendar = withClosure(known, closing);
  const gathering = { closing, calendar, policies, now };
  // A loan is checked a second after it is due.
  const until = instant(millis(dueAtEndOf(calendar, closing.to)) + 2000);
  const { shard, after } = closing.walk ?? { shard: 0 };
  if (shard < CHECK_SHARDS) {
    const part = await scheduledCheckStore(table).part(shard, until, after, PART);
    const isTheirs = (cause: string) =>
      policies.loanRules.body.deciders.calendar === 'owner' || cause === memberOfBranch(branchId);
    const ids = part.checks.flatMap((one) => (one.kind === 'loan' && isTheirs(one.cause) ? one.itemId : []));
    await closings.addLines(closing, await loanLines(deps, gathering, ids));
    const walk = part.next ? { shard, after: part.next } : { shard: shard + 1 };
    return closings.reached(closing, { walk }, true);
  }
  await closings.addLines(closing, await shelfLines(deps, gathering, until));
  const sum = sumOf(await closings.all(closing));
  const isPreview = closing.state === 'gathering';
  return closings.reached(closing, { ...sum, state: isPreview ? 'previewed' : 'running' }, !isPreview);
};
