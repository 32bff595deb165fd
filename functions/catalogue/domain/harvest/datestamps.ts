/**
 * The delay after which a change takes effect for harvesters, in milliseconds; by then the table's secondary index has it. Once a time has
 * passed, no record with an earlier datestamp can appear, so a harvester that continues from there misses nothing.
 */
export const EFFECT_MS = 15_000;
/** A write must complete this long before it takes effect; the index uses the remaining time. */
export const SETTLED_MS = 5_000;

/** Returns a time in whole seconds for harvesters, rounded down. */
export const secondOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Returns the datestamp of a change that is being written now (epoch milliseconds). */
export const stampOf = (now: number): string => secondOf(now + EFFECT_MS + 999);
