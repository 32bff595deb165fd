import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { visibilityDeps } from '../../deps.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { hiddenParts } from '../../use-cases/list-hidden-parts.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  visibilityDeps,
  async ({ path: { memberId }, query: { sourceId, itemId }, now }, { table, titles, names }) => {
    const parts = memberOfSource(sourceId) === memberId ? await hiddenParts(table, sourceId, itemId) : 'unknown-record';
    if (parts === 'unknown-record')
      return refuse(parts, `${memberId} contributed no record ${sourceId}.`, '/query/sourceId');
    if (parts === 'unknown-item') return refuse(parts, `${sourceId} has no item ${itemId}.`, '/query/itemId');
    const hidden = [parts.record, ...parts.holdings, ...parts.items];
    const [title, staff] = await Promise.all([
      titles.ofSource(sourceId, now),
      names(hidden.flatMap(({ last }) => (last ? [last.by] : []))),
    ]);
    return answer({ sourceId, memberId, ...(title !== undefined && { title }), ...parts, names: staff });
  },
);
