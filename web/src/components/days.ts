/** Today in the reader's time zone (`YYYY-MM-DD`): the default of a date field. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** Returns the last second of a day (`YYYY-MM-DD`) in the browser's time zone. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
