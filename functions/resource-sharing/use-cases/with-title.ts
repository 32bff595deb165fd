import type { Titles } from '../../catalogue/public/titles.ts';

type Named = { recordId: string; title?: string | undefined };

/** A row with the title of its union record; what only a citation names keeps that title. `now` in epoch ms. */
export const withTitle = async <R extends Named>(titles: Titles, row: R, now: number): Promise<R> => {
  const title = await titles.ofRecord(row.recordId, now);
  return title === undefined ? row : { ...row, title };
};
