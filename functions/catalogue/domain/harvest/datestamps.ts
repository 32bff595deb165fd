/**
 * A change takes effect for harvesters so long after it is written, in milliseconds: by then it stands in the table's index
 * for sure. So once an instant has passed, no record with a datestamp up to it appears any more, and a harvester that goes
 * on from there misses nothing.
 */
export const EFFECT_MS = 15_000;
/** A write must be done so long before it takes effect: what remains is the index's. */
export const SETTLED_MS = 5_000;

/** An instant in whole seconds, as harvesters read it; of a part of a second the one that is over. */
export const secondOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The datestamp of a change that is being written now. Takes epoch milliseconds. */
export const stampOf = (now: number): string => secondOf(now + EFFECT_MS + 999);
