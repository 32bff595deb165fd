import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { FundDeps } from '../deps.ts';

type Input = { place: { memberId: string; year: string }; fund: string | undefined; page: PageRequest };

/** Returns the journal of the funds of a year, the newest first, with the names of the persons in it. */
export const listFundEntries = async ({ funds, names }: FundDeps, { place, fund, page }: Input) => {
  const found = await funds.entries(place, fund, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = found;
  return answer({ entries: rows, names: await names(rows.map(({ by }) => by)), ...(next !== undefined && { next }) });
};
