/** The most new titles of a search that a message names; the others are counted. */
export const NAMED_TITLES = 5;

/** What arrived for a saved search since the last look: the number of titles, and the records of the last of them. */
export type SearchArrivals = { searchId: string; count: number; recordIds: string[] };

/** The report of a patron's saved searches on a day (UTC); `noticeId` is the same whenever the message of them is delivered again. */
export type ArrivalReport = { noticeId: string; at: string; found: SearchArrivals[] };

/** Returns the report of the look of a day at an instant; undefined when nothing arrived. */
export const reportOf = (found: readonly SearchArrivals[], today: string, at: string): ArrivalReport | undefined => {
  const some = found.filter(({ count }) => count > 0);
  return some.length === 0 ? undefined : { noticeId: `new-titles:${today}`, at, found: some };
};
