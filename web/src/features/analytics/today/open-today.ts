import type { Branch } from '../../../api/directory.ts';

type Calendar = Branch['calendar'];

/** Returns the hours of a branch today in its own time zone, empty when it is closed. */
export const openToday = (
  { timeZone, weekly, closures }: Calendar,
  now: Date = new Date(),
): { open: string; close: string }[] => {
  const day = new Intl.DateTimeFormat('sv', { timeZone }).format(now);
  if (closures.some(({ from, to }) => from <= day && day <= to)) return [];
  const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(now).toLowerCase();
  return Object.entries(weekly).find(([name]) => name === weekday)?.[1] ?? [];
};
