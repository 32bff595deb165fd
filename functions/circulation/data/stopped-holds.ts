import { millis } from '../../../layers/kernel/calendar/days.ts';
import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Hold } from '../../items/public/hold.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { type CirculationPolicies, holdsPolicyOf } from '../domain/decisions/policies.ts';
import { isWaiting } from '../domain/holds/hold-queue.ts';
import { blocksAt, stopped } from '../domain/loans/patron-checks.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Returns the local day of each of these branches at an instant. Branches are read only when it matters for one of the last days. */
const daysAt = async (
  table: Table,
  branchIds: readonly string[],
  at: string,
  lastDays: readonly (string | undefined)[],
): Promise<(branchId: string) => string> => {
  const [today, yesterday] = [at.slice(0, 10), new Date(millis(at) - DAY_MS).toISOString().slice(0, 10)];
  // Elsewhere it may still be yesterday or tomorrow already: only for these last days does the zone decide.
  if (!lastDays.some((day) => day === today || day === yesterday)) return () => today;
  const branches = branchStore(table);
  const known = await Promise.all([...new Set(branchIds)].map((id) => branches.known(id, millis(at))));
  const days = new Map(
    known.flatMap((one) => (one ? [[one.branchId, dayInZone(one.calendar.timeZone, at)] as const] : [])),
  );
  return (branchId) => days.get(branchId) ?? today;
};

/**
 * Returns the ids of those of these holds whose patron has a block of holds that prevents the capture of a copy (C27), everywhere or at
 * the pickup library, at an instant; a block counts to the end of its last day at the pickup branch.
 * Reads nothing unless the consortium has adopted such blocks, so that a check-in costs no more.
 */
export const stoppedHolds = async (
  table: Table,
  holds: readonly Hold[],
  policies: CirculationPolicies,
  at: string,
  reading: { strong?: boolean } = {},
): Promise<ReadonlySet<string>> => {
  const { capture } = holdsPolicyOf(policies).blocks;
  const waiting = holds.filter(isWaiting);
  if (capture.length === 0 || waiting.length === 0) return new Set();
  const patronIds = [...new Set(waiting.map(({ patronId }) => patronId))];
  const read = await table.getMany(
    patronIds.map((patronId) => patronsKeys.key('patronStatus', { patronId })),
    reading,
  );
  const statuses = new Map(
    read.flatMap((item) => (item ? [readPatronStatus(item)] : [])).map((one) => [one.patronId, one]),
  );
  const lastDays = [...statuses.values()].flatMap(({ blocks }) => blocks.map(({ until }) => until));
  const places = waiting.map(({ pickupBranch }) => pickupBranch);
  const dayAt = await daysAt(table, places, at, lastDays);
  const isStopped = ({ patronId, pickupBranch }: Hold): boolean => {
    const patron = statuses.get(patronId);
    const place = { members: [memberOfBranch(pickupBranch)], day: dayAt(pickupBranch), act: 'hold' as const };
    return patron !== undefined && blocksAt(patron, place).some((block) => stopped(capture, block));
  };
  return new Set(waiting.filter(isStopped).map(({ holdId }) => holdId));
};
