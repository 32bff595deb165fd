import type { PageRequest } from '../../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { RollOverDeps } from '../../deps.ts';
import type { ReportList } from '../../domain/roll-over.ts';
import { rollOverView } from './roll-over-view.ts';

type Input = {
  place: { memberId: string; year: string };
  list: ReportList | undefined;
  page: PageRequest;
  me: string;
};

/** Returns the last roll-over of a year, with a page of a list of its report where one is asked for; no roll-over where there is none. */
export const showRollOver = async (work: RollOverDeps, { place, list, page, me }: Input) => {
  const { years } = await work.funds.years(place.memberId);
  if (!years.some(({ year }) => year === place.year))
    return refuse('unknown-fiscal-year', `There is no year ${place.year}.`, '/path/year');
  const rollOver = (await work.rollOvers.ofYear(place.memberId, place.year)).at(-1);
  if (!rollOver) return answer({ rows: [] });
  const rows = list ? await work.rollOvers.rows(rollOver, list, page) : { rows: [] };
  if (rows === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ rollOver: await rollOverView(work, rollOver, { years, me }), ...rows });
};
