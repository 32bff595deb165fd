import type { Ask } from '../requests/request.ts';

type Offer = NonNullable<Ask['offer']>;

/** The longest wait for a supplier's day, in days: a later day means never. */
const LONGEST_MS = 366 * 24 * 3600 * 1000;

const within = (day: string | undefined, at: string): string | undefined => {
  const latest = Date.parse(at) + LONGEST_MS;
  return day !== undefined && Date.parse(day) > latest ? new Date(latest).toISOString() : day;
};

/**
 * Limits the days of an offer (from when, and until when to request again) to 366 days after `at`, because the request
 * waits until then: another library cannot make it wait for ever.
 */
export const nearOffer = ({ retryAfter, retryBefore, ...offer }: Offer, at: string): Offer => {
  const [after, before] = [within(retryAfter, at), within(retryBefore, at)];
  return { ...offer, ...(after && { retryAfter: after }), ...(before && { retryBefore: before }) };
};
