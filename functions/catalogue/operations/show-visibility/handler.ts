import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { staffNames } from '../../data/staff-names.ts';
import { titlesIn } from '../../data/titles.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { hiddenParts } from '../../use-cases/hidden-parts.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, titles: titlesIn(table) };
  },
  async ({ path: { memberId }, query: { sourceId, itemId }, now }, { table, titles }) => {
    const parts = memberOfSource(sourceId) === memberId ? await hiddenParts(table, sourceId, itemId) : 'unknown-record';
    if (parts === 'unknown-record')
      return refuse(parts, `${memberId} contributed no record ${sourceId}.`, '/query/sourceId');
    if (parts === 'unknown-item') return refuse(parts, `${sourceId} has no item ${itemId}.`, '/query/itemId');
    const hidden = [parts.record, ...parts.holdings, ...parts.items];
    const [title, names] = await Promise.all([
      titles.ofSource(sourceId, now),
      staffNames(
        table,
        hidden.flatMap(({ last }) => (last ? [last.by] : [])),
      ),
    ]);
    return answer({ sourceId, memberId, ...(title !== undefined && { title }), ...parts, names });
  },
);
