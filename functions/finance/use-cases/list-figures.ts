import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { MemberFiguresStore } from '../data/member-figures-store.ts';

/** Lists the figures of one member, or a page of those of all. */
export const listFigures = async (
  figures: MemberFiguresStore,
  { member, ...page }: PageRequest & { member?: string | undefined },
) => {
  if (member !== undefined) {
    const own = await figures.get(member);
    return answer({ figures: own ? [own] : [] });
  }
  const found = await figures.list(page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, ...next } = found;
  return answer({ figures: rows, ...next });
};
