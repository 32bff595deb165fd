/** The roles that answer what a topic leaves open, and see that it stays true. */
export type HelpOwner =
  | 'desk-supervisor'
  | 'ill'
  | 'cataloguer'
  | 'member-admin'
  | 'member-finance'
  | 'finance-preparer'
  | 'admin';

/**
 * A help topic: the role that owns it, the beginnings of the addresses of its pages, the page of its next step, and the day it was last
 * compared with the app.
 */
export type HelpTopic = { key: string; owner: HelpOwner; at: readonly string[]; next?: string; reviewed: string };

const reviewed = '2026-11-30';

/** Every help topic; its texts are in i18n under `help-title`, `help-text` and `help-next`. */
export const helpTopics: readonly HelpTopic[] = [
  { key: 'today', owner: 'desk-supervisor', at: ['/today'], reviewed },
  { key: 'may-not-borrow', owner: 'desk-supervisor', at: ['/desk', '/patrons'], next: '/limits', reviewed },
  { key: 'due-date', owner: 'desk-supervisor', at: ['/desk', '/loan-rules'], next: '/loan-rules', reviewed },
  { key: 'override', owner: 'desk-supervisor', at: ['/desk'], reviewed },
  { key: 'no-network', owner: 'desk-supervisor', at: ['/desk', '/device-transactions'], reviewed },
  { key: 'renewed-same-day', owner: 'desk-supervisor', at: ['/desk', '/patrons'], reviewed },
  {
    key: 'returned-still-on-card',
    owner: 'desk-supervisor',
    at: ['/desk', '/patrons', '/late-list'],
    next: '/copy',
    reviewed,
  },
  { key: 'till-differs', owner: 'desk-supervisor', at: ['/till'], reviewed },
  { key: 'refund', owner: 'desk-supervisor', at: ['/till', '/patrons'], reviewed },
  { key: 'no-notice', owner: 'desk-supervisor', at: ['/notices'], next: '/patrons', reviewed },
  { key: 'found-missing', owner: 'desk-supervisor', at: ['/shelf-check', '/holds/missing'], reviewed },
  { key: 'not-found', owner: 'desk-supervisor', at: ['/search', '/lists', '/browse'], next: '/cataloguing', reviewed },
  { key: 'many-editions', owner: 'desk-supervisor', at: ['/search'], reviewed },
  { key: 'whose-copy', owner: 'desk-supervisor', at: ['/record', '/holds/queue'], reviewed },
  { key: 'which-library-next', owner: 'ill', at: ['/loans'], reviewed },
  { key: 'not-on-shelf', owner: 'desk-supervisor', at: ['/holds/pull', '/loans'], reviewed },
  { key: 'conditions', owner: 'ill', at: ['/loans'], reviewed },
  { key: 'partner-late', owner: 'ill', at: ['/loans', '/partners', '/late-list'], next: '/partners', reviewed },
  { key: 'may-we-copy', owner: 'ill', at: ['/copyright'], reviewed },
  {
    key: 'field-protected',
    owner: 'cataloguer',
    at: ['/edit', '/protected-fields'],
    next: '/protected-fields',
    reviewed,
  },
  { key: 'undo-batch', owner: 'cataloguer', at: ['/item-changes'], reviewed },
  { key: 'record-changes', owner: 'cataloguer', at: ['/record-changes'], reviewed },
  {
    key: 'item-category',
    owner: 'cataloguer',
    at: ['/new-item', '/item-templates', '/copy'],
    next: '/loan-rules',
    reviewed,
  },
  { key: 'join-or-split', owner: 'cataloguer', at: ['/possible-duplicates', '/record'], reviewed },
  { key: 'fast-added', owner: 'cataloguer', at: ['/fast-added', '/desk'], next: '/fast-added', reviewed },
  { key: 'withdraw-last', owner: 'cataloguer', at: ['/last-copies'], reviewed },
  { key: 'rows-refused', owner: 'cataloguer', at: ['/loads', '/migration'], reviewed },
  { key: 'legacy-code', owner: 'cataloguer', at: ['/item-mapping', '/migration'], reviewed },
  { key: 'e-books', owner: 'member-admin', at: ['/digital-collections'], reviewed },
  { key: 'role-refused', owner: 'member-admin', at: ['/staff'], reviewed },
  { key: 'somebody-left', owner: 'member-admin', at: ['/staff'], reviewed },
  { key: 'new-closed-day', owner: 'member-admin', at: ['/branches'], reviewed },
  { key: 'statement-line', owner: 'member-finance', at: ['/statements', '/accounts', '/periods'], reviewed },
  {
    key: 'share-changed',
    owner: 'member-finance',
    at: ['/workbench', '/costs', '/months', '/days', '/estimate'],
    next: '/costs',
    reviewed,
  },
  { key: 'consortium-books', owner: 'finance-preparer', at: ['/books', '/bank'], reviewed },
  { key: 'find-patron', owner: 'desk-supervisor', at: ['/patrons', '/patrons/new'], reviewed },
  { key: 'verify-sign-up', owner: 'desk-supervisor', at: ['/patrons/sign-ups', '/patrons/expiring'], reviewed },
  { key: 'merge-patrons', owner: 'desk-supervisor', at: ['/patrons/duplicates'], reviewed },
  {
    key: 'change-rule',
    owner: 'admin',
    at: [
      '/loan-rules',
      '/general-loan-rules',
      '/limits',
      '/fees',
      '/hold-rules',
      '/debt-rules',
      '/notice-rules',
      '/pin-rules',
      '/patron-rules',
      '/sharing-rules',
      '/targeting-rules',
      '/movement-rules',
      '/rule-bounds',
      '/exceptions',
      '/union-rules',
      '/billing-rules',
      '/attribution',
      '/free-tier',
    ],
    reviewed,
  },
  { key: 'voting', owner: 'admin', at: ['/proposals', '/bylaws'], next: '/bylaws', reviewed },
  { key: 'meetings', owner: 'admin', at: ['/bodies', '/decisions'], next: '/proposals', reviewed },
  { key: 'match-rules', owner: 'admin', at: ['/match-rules'], next: '/possible-duplicates', reviewed },
  { key: 'shown-headings', owner: 'cataloguer', at: ['/shown-headings'], reviewed },
  { key: 'patron-changes', owner: 'desk-supervisor', at: ['/patron-changes'], reviewed },
  { key: 'who-sees-record', owner: 'cataloguer', at: ['/visibility'], next: '/cataloguing', reviewed },
  { key: 'my-classes', owner: 'member-admin', at: ['/my-classes', '/classes'], reviewed },
  { key: 'class-work', owner: 'member-admin', at: ['/classes', '/school-year'], reviewed },
  { key: 'course-reserves', owner: 'member-admin', at: ['/reserves', '/courses'], reviewed },
  { key: 'hold-lists', owner: 'desk-supervisor', at: ['/holds'], reviewed },
  { key: 'new-record', owner: 'cataloguer', at: ['/cataloguing', '/new-record'], reviewed },
  { key: 'money-between', owner: 'member-finance', at: ['/money'], reviewed },
  { key: 'online-payments', owner: 'member-finance', at: ['/online-payments'], reviewed },
  { key: 'provider-bill', owner: 'finance-preparer', at: ['/reconciliation'], reviewed },
  { key: 'funds', owner: 'member-finance', at: ['/funds'], reviewed },
  { key: 'orders', owner: 'member-finance', at: ['/orders', '/invoices', '/serials'], next: '/funds', reviewed },
  { key: 'budget-set', owner: 'finance-preparer', at: ['/budgets', '/prices'], reviewed },
  { key: 'set-up-library', owner: 'admin', at: ['/new-library', '/set-up', '/members', '/departments'], reviewed },
  { key: 'machine-access', owner: 'member-admin', at: ['/machines'], reviewed },
  { key: 'payment-accounts', owner: 'finance-preparer', at: ['/payment-accounts'], next: '/online-payments', reviewed },
  { key: 'webhooks', owner: 'admin', at: ['/webhooks'], reviewed },
  { key: 'loan-report', owner: 'ill', at: ['/loan-reports'], reviewed },
  { key: 'labels', owner: 'cataloguer', at: ['/labels'], reviewed },
  { key: 'copy-records', owner: 'cataloguer', at: ['/copy-records', '/copy-targets'], reviewed },
  { key: 'audit-log', owner: 'member-admin', at: ['/audit'], reviewed },
  { key: 'home-content', owner: 'member-admin', at: ['/home-content'], reviewed },
  { key: 'cover-providers', owner: 'admin', at: ['/cover-providers'], reviewed },
  { key: 'location-names', owner: 'member-admin', at: ['/names'], reviewed },
  { key: 'loans-by-month', owner: 'admin', at: ['/loan-counts'], reviewed },
  { key: 'value', owner: 'member-admin', at: ['/value'], reviewed },
  { key: 'open-and-close', owner: 'desk-supervisor', at: ['/day'], reviewed },
  { key: 'practice', owner: 'member-admin', at: ['/practice'], reviewed },
  { key: 'shared-desk', owner: 'member-admin', at: ['/shared-desks', '/my-code'], reviewed },
];

const isUnder = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** Returns the topics of a page, those of its own address before those of its beginning. */
export const topicsAt = (path: string): HelpTopic[] =>
  helpTopics
    .flatMap((topic) => {
      const lengths = topic.at.filter((start) => isUnder(path, start)).map((start) => start.length);
      return lengths.length > 0 ? [{ topic, length: Math.max(...lengths) }] : [];
    })
    .sort((one, other) => other.length - one.length)
    .map(({ topic }) => topic);
