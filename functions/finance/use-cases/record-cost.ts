import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { Entered, OwnEntry } from '../domain/books/own-entry.ts';
import { ownEntryWrites } from './own-entry-writes.ts';

type Input = { entered: Entered; by: string; now: number; keep: Keep<{ entry: OwnEntry }> };

/** Enters a cost, its payment or a grant in the consortium's own books, at the current instant. */
export const recordCost = async ({ table, ids }: { table: Table; ids: Ids }, { entered, by, now, keep }: Input) => {
  const [at, entryId] = [iso(now), ids.next('entry', now)];
  const { entry, writes } = ownEntryWrites(entered, { entryId, at });
  const lost = await table.write([
    ...writes,
    auditWrite({
      ...{ subject: 'books:consortium', at, auditId: ids.next('audit', now), by },
      ...{ did: 'record-cost', detail: { entryId, ...entered } },
    }),
    ...keep({ entry }),
  ]);
  if (!lost) return answer({ entry });
  return lost.conflict.some(({ index }) => index === 0)
    ? refuse('reference-taken', 'It is entered already under this reference.', '/body/reference')
    : refuse('changed-meanwhile', 'Ask again.');
};
