import { monthsFrom } from '../../../layers/kernel/calendar/month.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { QueryStopped } from '../../../layers/platform/queries/query-stopped.ts';
import { MOST_MONTHS } from '../domain/loans-by-member.ts';

/** Asks the archive about some months. Refuses a wrong period, and one for which the query would read too much. */
export const queryMonths = async <T>({ from, to }: { from: string; to: string }, ask: () => Promise<T>) => {
  const months = monthsFrom(from, to);
  if (months < 1 || months > MOST_MONTHS) return refuse('months-wrong', `${months} months.`, '/query/to');
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof QueryStopped)) throw error;
    return refuse('narrow-the-period', 'Ask for fewer months.', '/query/to');
  }
};
