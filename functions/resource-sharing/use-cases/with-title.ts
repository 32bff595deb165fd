import type { Titles } from '../../catalogue/public/titles.ts';

type Named = { recordId: string; title?: string | undefined };

/** Adds the title of its union record to a row; a citation keeps its own title. `now` in epoch ms. */
export const withTitle = async <R extends Named>(titles: Titles, row: R, now: number): Promise<R> => {
  const title = await titles.ofRecord(row.recordId, now);
  return title === undefined ? row : { ...row, title };
};
