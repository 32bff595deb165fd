import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { EngineUnavailable } from '../../../layers/platform/search/client.ts';
import { changedHeadings } from '../data/changed-heading-store.ts';
import type { ImportStore } from '../data/import-store.ts';
import { authorityKey, type HeadingName } from '../domain/index/references.ts';

type Deps = {
  table: Table;
  imports: ImportStore;
  counted: (memberId: string, names: readonly HeadingName[]) => Promise<number[] | undefined>;
};
type Wanted = { memberId: string; importId: string; page: PageRequest };

/** Lists the headings that a member's load of authority records changed, with how many records of the member still have the old one. */
export const listChangedHeadings = async (deps: Deps, { memberId, importId, page: wanted }: Wanted) => {
  const load = await deps.imports.get(importId);
  if (load?.memberId !== memberId) return refuse('unknown-import', `${memberId} has no load ${importId}.`);
  const page = await changedHeadings(deps.table, importId, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  const names = page.rows.map(({ list, before }) => ({ list, heading: authorityKey(list, before) }));
  // The list is useful without counts.
  const counts = await deps.counted(memberId, names).catch((error) => {
    if (error instanceof EngineUnavailable) return undefined;
    throw error;
  });
  const headings = page.rows.map((row, place) => {
    const records = counts?.[place];
    return { ...row, ...(records !== undefined && { records }) };
  });
  return answer({ headings, ...(page.next !== undefined && { next: page.next }) });
};
