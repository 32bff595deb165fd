/** Where the time comes from: injected, so that tests and the demo's past can choose it. `now()` gives epoch milliseconds. */
export type Clock = { now(): number };

/** The machine's clock, for handlers in service. */
export const systemClock: Clock = { now: () => Date.now() };

/** An instant as ISO 8601 in UTC, as stored and answered everywhere. Takes epoch milliseconds. */
export const iso = (ms: number): string => new Date(ms).toISOString();
