import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { doubtsOf } from '../../data/doubt-store.ts';
import { sourceStore } from '../../data/source-store.ts';
import { doubtView } from '../../domain/doubt-view.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { doubtedSources } from '../../use-cases/doubted-sources.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, sources: sourceStore(table, openBucket(runtime)) };
  },
  async ({ actor, path: { memberId }, query }, { table, sources }) => {
    const page = await doubtsOf(table, memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const found = await doubtedSources(
      table,
      sources,
      rows.flatMap(({ one, two }) => [one, two]),
    );
    const doubts = rows.flatMap((pair) => {
      const [one, two] = [found.get(pair.one), found.get(pair.two)];
      return (one && two && doubtView(one, two, viewerOf(actor))) ?? [];
    });
    return answer({ doubts, ...(next && { next }) });
  },
);
