import { endOfDay, today } from '../../../components/days.ts';

/** How fast libraries are asked to answer, as the API names it. */
export const levels = ['normal', 'rush', 'express'] as const;
type Level = (typeof levels)[number];

/** Until when it is of use (`YYYY-MM-DD`; empty for no day), and how fast, which staff alone say. */
export type Need = { day: string; level: Level };
export const noNeed: Need = { day: '', level: 'normal' };

// While a year is typed, the field tells of years such as 0002.
const isWhole = (day: string): boolean => day >= '1000';

/** Whether the day is over: nothing can be had by then. */
export const isOver = ({ day }: Need): boolean => isWhole(day) && day < today();

/** What a link says of the need, to begin with: links are kept, and a day that is over says nothing more. */
export const needFrom = (day = ''): Need => (isOver({ ...noNeed, day }) ? noNeed : { ...noNeed, day });

/** The last day on which it is of use, once a whole one is said. */
export const lastDay = ({ day }: Need): string | undefined => (isWhole(day) ? day : undefined);

/** The need as the API takes it: the end of that day as an instant, and the level where it is not the usual one. */
export const needBody = (need: Need): { needBy?: string; serviceLevel?: Level } => {
  const day = lastDay(need);
  const { level } = need;
  return { ...(day && { needBy: endOfDay(day) }), ...(level !== 'normal' && { serviceLevel: level }) };
};
