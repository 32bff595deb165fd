import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { namedHoldView, queuedHoldView } from '../schemas/views.ts';
import { namedPatrons } from './named-patrons.ts';

type Input = { branchId: string; page: PageRequest; now: number };

/** Lists the holds for pickup at a branch that no copy can fill, with the titles of their records and the names of the library's own patrons. */
export const listHopelessHolds = async (
  { table, holds, titles }: Pick<CirculationDeps, 'table' | 'holds' | 'titles'>,
  { branchId, page, now }: Input,
) => {
  const found = await holds.hopeless(branchId, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = found;
  const member = memberOfBranch(branchId);
  const patrons = await namedPatrons(table, rows, member);
  const shown = await Promise.all(
    rows.map(async (hold) => {
      const title = await titles.ofRecord(hold.recordId, now);
      return namedHoldView(queuedHoldView(hold, [], member, title), patrons);
    }),
  );
  return answer({ holds: shown, ...(next !== undefined && { next }) });
};
