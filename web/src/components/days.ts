/** Today where the reader is (`YYYY-MM-DD`): what a form for a day begins with. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** A day (`YYYY-MM-DD`) as its last second where one works: until the end of it. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
