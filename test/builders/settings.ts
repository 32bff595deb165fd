/** Settings of a function that speaks with partners outside, on this machine. */
export const partnersHere = {
  PARTNER_SECRETS: '/Test/partners',
  PARTNERS_HERE: 'true',
  PARTNER_MESSAGES_QUEUE_URL: 'partner-messages',
};

/** Settings of one whose search engine is not there. */
export const noSearch = { SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false' };
