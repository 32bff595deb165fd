import type { CursorPage, PageRequest } from '../../../../layers/platform/dynamodb/cursor.ts';
import type { CopyRecord } from '../../data/copyright-rows.ts';
import type { CopyrightStore } from '../../data/copyright-store.ts';
import type { PeriodicalYear } from '../../data/copyright-years.ts';

const copyView = ({ requestId, requestedOn, article, compliance, state, endedAt, decided }: CopyRecord) => {
  const { title: _title, issn: _issn, ...part } = article;
  const ended = { ...(endedAt && { endedAt }), ...(decided && { decided }) };
  return { requestId, requestedOn, ...part, compliance, state, ...ended };
};

const periodicalView = ({ copies, ...periodical }: PeriodicalYear) => ({
  ...periodical,
  copies: copies.map(copyView),
});

/** Lists a page of the periodicals of which a member asked for copies in a year, with the copies. */
export const listCountedCopies = async (
  { copies }: { copies: Pick<CopyrightStore, 'list'> },
  memberId: string,
  { year, ...query }: PageRequest & { year: string },
): Promise<CursorPage<ReturnType<typeof periodicalView>> | 'bad-cursor'> => {
  const page = await copies.list(memberId, year, query);
  return page === 'bad-cursor' ? page : { ...page, rows: page.rows.map(periodicalView) };
};
