/** A day as its last second where one works: until the end of it. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
