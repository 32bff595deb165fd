import { type Handle, instanceOf } from './instance.ts';
import type { Places } from './places.ts';

/** The instance of `npm start`, with the ports that the environment names. */
export const startInstance = (places: Places): Handle => {
  const {
    CONCORD_WEB_PORT: web,
    CONCORD_AWS_PORT: aws,
    CONCORD_SEARCH_PORT: search,
    CONCORD_PARTNER_PORT: partner,
    CONCORD_EBOOKS_PORT: ebooks,
    CONCORD_PAYMENTS_PORT: payments,
  } = process.env;
  return instanceOf(places, { scale: 'full', fixed: { web, aws, search, partner, ebooks, payments } });
};
