/** Operations that no person calls in the browser, by id, with what calls them. */
export const screenless: Readonly<Record<string, string>> = {
  'catalogue-show-inventory': 'programs that follow one inventory; the shelf check reads the newest from the list',
  'circulation-list-pickup-places':
    'other programs: the pages offer the branches of the directory, and the ways with days and cost (resource-sharing-show-request-options)',
  'circulation-show-status': 'self-checks and gates',
  'digital-lending-show-feed': 'reading apps, by OPDS 2.0',
  'discovery-harvest': 'harvesters, by OAI-PMH',
  'discovery-harvest-posted': 'harvesters, by OAI-PMH',
  'discovery-search-sru': 'search clients, by SRU',
  'discovery-search-sru-posted': 'search clients, by SRU',
  'finance-count-loans': 'other programs: /loan-counts reads the archive (analytics-count-loans)',
  'finance-list-bills':
    'other programs: the page of the bill has them with the comparison (finance-show-reconciliation)',
  'finance-list-cost-centres': 'accounting systems',
  'finance-list-ledger': 'accounting systems',
  'payments-receive-event': 'the payment provider',
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
