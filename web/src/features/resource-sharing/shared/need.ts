import { endOfDay, today } from '../../../components/days.ts';

/** The service levels, as the API names them. */
export const levels = ['normal', 'rush', 'express'] as const;
type Level = (typeof levels)[number];

/** The need-by date (`YYYY-MM-DD`; empty for none) and the service level, which only staff set. */
export type Need = { day: string; level: Level };
export const noNeed: Need = { day: '', level: 'normal' };

// While a year is being typed, the field reports years such as 0002.
const isWhole = (day: string): boolean => day >= '1000';

/** Whether the need-by date is in the past. */
export const isOver = ({ day }: Need): boolean => isWhole(day) && day < today();

/** Returns the initial need from a link; a date in the past is ignored, because links are stored and reused. */
export const needFrom = (day = ''): Need => (isOver({ ...noNeed, day }) ? noNeed : { ...noNeed, day });

/** Returns the need-by date, once it is complete. */
export const lastDay = ({ day }: Need): string | undefined => (isWhole(day) ? day : undefined);

/** Converts the need to the API's fields: the end of that day as an instant, and the level unless it is the usual one. */
export const needBody = (need: Need): { needBy?: string; serviceLevel?: Level } => {
  const day = lastDay(need);
  const { level } = need;
  return { ...(day && { needBy: endOfDay(day) }), ...(level !== 'normal' && { serviceLevel: level }) };
};
