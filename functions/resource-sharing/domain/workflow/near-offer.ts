import type { Ask } from '../requests/request.ts';

type Offer = NonNullable<Ask['offer']>;

/** The longest that a supplier may have a request wait for its day: who names a later one means never. */
const LONGEST_MS = 366 * 24 * 3600 * 1000;

const within = (day: string | undefined, at: string): string | undefined => {
  const latest = Date.parse(at) + LONGEST_MS;
  return day !== undefined && Date.parse(day) > latest ? new Date(latest).toISOString() : day;
};

/**
 * An offer with the days that it names (from when, until when it may be asked for) at most 366 days after `at`, for the request
 * waits until then: another library does not decide that it waits for ever.
 */
export const nearOffer = ({ retryAfter, retryBefore, ...offer }: Offer, at: string): Offer => {
  const [after, before] = [within(retryAfter, at), within(retryBefore, at)];
  return { ...offer, ...(after && { retryAfter: after }), ...(before && { retryBefore: before }) };
};
