/** Returns the current month in UTC, like the bill: `2026-11`. */
export const currentMonth = (): string => new Date().toISOString().slice(0, 7);

/** Returns the month that many months earlier. */
export const monthsBefore = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - by, 1)).toISOString().slice(0, 7);
};

/** Returns the previous month. */
export const monthBefore = (month: string): string => monthsBefore(month, 1);
