import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Hold } from '../../items/public/hold.ts';
import { appliesOn } from '../../patrons/public/blocks.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import { isWaiting } from '../domain/hold-queue.ts';
import { stopped } from '../domain/patron-checks.ts';
import { type CirculationPolicies, holdsPolicyOf } from '../domain/policies.ts';

/**
 * Returns the patrons of these holds with a block that prevents the capture of a copy (C27), everywhere or at their pickup library, at an
 * instant; a block with an end counts to the end of its last day (UTC), as a queue has no time zone.
 * Reads nothing unless the consortium has adopted such blocks, so that a check-in costs no more.
 */
export const stoppedPatrons = async (
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
  const statuses = read.flatMap((item) => (item ? [readPatronStatus(item)] : []));
  return new Set(
    statuses
      .filter(({ blocks }) => blocks.some((block) => stopped(capture, block) && appliesOn(block, at.slice(0, 10))))
      .map(({ patronId }) => patronId),
  );
};
