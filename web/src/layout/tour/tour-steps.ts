/** A page of the tour of the demo: the account that opens it, and its address. */
export type TourStep = { id: string; account?: string; to: string };

/** The ten pages of the tour, in order. */
export const tourSteps: readonly TourStep[] = [
  { id: 'ask', account: 'okafor-amara', to: '/search?q=moby-dick' },
  { id: 'refusal', account: 'riverton-desk', to: '/patrons/{refused}' },
  { id: 'rule', account: 'riverton-desk', to: '/loan-rules' },
  { id: 'decided', account: 'riverton-admin', to: '/proposals' },
  { id: 'alone', account: 'northfield-librarian', to: '/today' },
  { id: 'courier', account: 'riverton-supervisor', to: '/holds/courier' },
  { id: 'paid', account: 'riverton-finance', to: '/costs?member=riverton' },
  { id: 'got', account: 'riverton-admin', to: '/value?member=riverton' },
  { id: 'what-if', account: 'finance-preparer', to: '/workbench' },
  { id: 'trust', to: '/trust' },
];
