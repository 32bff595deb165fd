/** The settings of a function that communicates with partners outside, on this machine. */
export const partnersHere = {
  PARTNER_SECRETS: '/Test/partners',
  PARTNERS_HERE: 'true',
  PARTNER_MESSAGES_QUEUE_URL: 'partner-messages',
};

/** The settings of a function whose search engine is unavailable. */
export const noSearch = { SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false' };
