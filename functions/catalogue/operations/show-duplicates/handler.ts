import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { countDuplicates, doublesOf, type StoredDouble } from '../../data/double-store.ts';
import { titlesIn } from '../../data/titles.ts';
import { localIdIn } from '../../domain/source-id.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, titles: titlesIn(table) };
  },
  async ({ path: { memberId }, query, now }, { table, titles }) => {
    const page = await doublesOf(table, memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const view = async ({ recordId, basis, count, sources }: StoredDouble) => {
      const title = await titles.ofSource(sources[0] ?? '', now);
      return { recordId, basis, count, localIds: sources.map(localIdIn), ...(title !== undefined && { title }) };
    };
    const doubles = await Promise.all(rows.map(view));
    // Told once: the pages that follow are of the same list.
    const figures = query.after === undefined && (await countDuplicates(table, memberId));
    return answer({ ...(figures && { figures }), doubles, ...(next && { next }) });
  },
);
