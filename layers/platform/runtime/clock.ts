/** The source of the time, injected so that tests and the demo can set it. `now()` returns epoch milliseconds. */
export type Clock = { now(): number };

/** The machine's clock, for handlers in production. */
export const systemClock: Clock = { now: () => Date.now() };

/** Returns an instant as ISO 8601 in UTC, the format that is stored and returned everywhere. Takes epoch milliseconds. */
export const iso = (ms: number): string => new Date(ms).toISOString();
