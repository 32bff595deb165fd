import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { visibilityDeps } from '../deps.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { hiddenParts } from './list-hidden-parts.ts';

type Deps = ReturnType<typeof visibilityDeps>;
type Input = { memberId: string; sourceId: string; itemId: string | undefined; now: number };

/** Shows what of a member's record is hidden, from whom, and which staff hid it last. `now` in epoch ms. */
export const showVisibility = async ({ table, titles, names }: Deps, { memberId, sourceId, itemId, now }: Input) => {
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
};
