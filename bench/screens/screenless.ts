/** Operations that no person calls in the browser, by id, with what calls them. */
export const screenless: Readonly<Record<string, string>> = {
  'circulation-show-status': 'self-checks and gates',
  'discovery-harvest': 'harvesters, by OAI-PMH',
  'discovery-harvest-posted': 'harvesters, by OAI-PMH',
  'discovery-search-sru': 'search clients, by SRU',
  'discovery-search-sru-posted': 'search clients, by SRU',
  'membership-issue-machine-token': 'machines, for each session',
  'resource-sharing-answer-request': 'the page of a request sends it as a step (resource-sharing-take-step)',
  'resource-sharing-complete-request': 'the page of a request sends it as a step (resource-sharing-take-step)',
  'resource-sharing-fetch-copy': 'the address in a message to a patron or a partner',
  'resource-sharing-fill-locally': 'the page of a request sends it as a step (resource-sharing-take-step)',
  'resource-sharing-receive-message': 'partners, by ISO 18626',
  'resource-sharing-receive-message-by-address': 'partners, by ISO 18626',
  'resource-sharing-send-home-request': 'the page of a request sends it as a step (resource-sharing-take-step)',
  'resource-sharing-ship-request': 'the page of a request sends it as a step (resource-sharing-take-step)',
  'resource-sharing-take-copy': 'the address in a message to a patron or a partner',
};
