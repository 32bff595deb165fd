/** A help topic: the beginnings of the addresses of its pages, the page where one goes on, and the day it was last compared with the app. */
export type HelpTopic = { key: string; at: readonly string[]; next?: string; reviewed: string };

const reviewed = '2026-11-30';

/** Every help topic; its texts stand in i18n under `help-title`, `help-text` and, with a further step, `help-next`. */
export const helpTopics: readonly HelpTopic[] = [
  { key: 'today', at: ['/today'], reviewed },
  { key: 'may-not-borrow', at: ['/desk', '/patrons'], next: '/limits', reviewed },
  { key: 'due-date', at: ['/desk', '/loan-rules'], next: '/loan-rules', reviewed },
  { key: 'override', at: ['/desk'], reviewed },
  { key: 'no-network', at: ['/desk'], reviewed },
  { key: 'renewed-same-day', at: ['/desk', '/patrons'], reviewed },
  { key: 'returned-still-on-card', at: ['/desk', '/patrons', '/late-list'], next: '/copy', reviewed },
  { key: 'till-differs', at: ['/till'], reviewed },
  { key: 'refund', at: ['/till', '/patrons'], reviewed },
  { key: 'no-notice', at: ['/notices'], next: '/patrons', reviewed },
  { key: 'found-missing', at: ['/shelf-check', '/holds/missing'], reviewed },
  { key: 'not-found', at: ['/search', '/lists', '/browse'], next: '/cataloguing', reviewed },
  { key: 'many-editions', at: ['/search'], reviewed },
  { key: 'whose-copy', at: ['/record', '/holds/queue'], reviewed },
  { key: 'which-library-next', at: ['/loans'], reviewed },
  { key: 'not-on-shelf', at: ['/holds/pull', '/loans'], reviewed },
  { key: 'conditions', at: ['/loans'], reviewed },
  { key: 'partner-late', at: ['/loans', '/partners', '/late-list'], next: '/partners', reviewed },
  { key: 'may-we-copy', at: ['/copyright'], reviewed },
  { key: 'field-protected', at: ['/edit', '/protected-fields'], next: '/protected-fields', reviewed },
  { key: 'undo-batch', at: ['/item-changes'], reviewed },
  { key: 'record-changes', at: ['/record-changes'], reviewed },
  { key: 'item-category', at: ['/new-item', '/item-templates', '/copy'], next: '/loan-rules', reviewed },
  { key: 'join-or-split', at: ['/possible-duplicates', '/record'], reviewed },
  { key: 'fast-added', at: ['/fast-added', '/desk'], next: '/fast-added', reviewed },
  { key: 'withdraw-last', at: ['/last-copies'], reviewed },
  { key: 'rows-refused', at: ['/loads', '/migration'], reviewed },
  { key: 'legacy-code', at: ['/item-mapping', '/migration'], reviewed },
  { key: 'e-books', at: ['/digital-collections'], reviewed },
  { key: 'role-refused', at: ['/staff'], reviewed },
  { key: 'somebody-left', at: ['/staff'], reviewed },
  { key: 'new-closed-day', at: ['/branches'], reviewed },
  { key: 'statement-line', at: ['/statements', '/accounts', '/periods'], reviewed },
  { key: 'share-changed', at: ['/workbench', '/costs', '/months', '/estimate'], next: '/costs', reviewed },
  { key: 'find-patron', at: ['/patrons', '/patrons/new'], reviewed },
  { key: 'verify-sign-up', at: ['/patrons/sign-ups', '/patrons/expiring'], reviewed },
  { key: 'merge-patrons', at: ['/patrons/duplicates'], reviewed },
  {
    key: 'change-rule',
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
      '/union-rules',
      '/billing-rules',
      '/attribution',
      '/free-tier',
    ],
    reviewed,
  },
  { key: 'match-rules', at: ['/match-rules'], next: '/possible-duplicates', reviewed },
  { key: 'shown-headings', at: ['/shown-headings'], reviewed },
  { key: 'patron-changes', at: ['/patron-changes'], reviewed },
  { key: 'who-sees-record', at: ['/visibility'], next: '/cataloguing', reviewed },
  { key: 'my-classes', at: ['/my-classes', '/classes'], reviewed },
  { key: 'class-work', at: ['/classes', '/school-year'], reviewed },
  { key: 'course-reserves', at: ['/reserves', '/courses'], reviewed },
  { key: 'hold-lists', at: ['/holds'], reviewed },
  { key: 'new-record', at: ['/cataloguing', '/new-record'], reviewed },
  { key: 'money-between', at: ['/money'], reviewed },
  { key: 'online-payments', at: ['/online-payments'], reviewed },
  { key: 'provider-bill', at: ['/reconciliation'], reviewed },
  { key: 'budget-set', at: ['/budgets', '/prices'], reviewed },
  { key: 'set-up-library', at: ['/new-library', '/set-up', '/members', '/departments'], reviewed },
  { key: 'machine-access', at: ['/machines'], reviewed },
  { key: 'payment-accounts', at: ['/payment-accounts'], next: '/online-payments', reviewed },
  { key: 'webhooks', at: ['/webhooks'], reviewed },
  { key: 'loan-report', at: ['/loan-reports'], reviewed },
  { key: 'labels', at: ['/labels'], reviewed },
  { key: 'copy-records', at: ['/copy-records', '/copy-targets'], reviewed },
  { key: 'audit-log', at: ['/audit'], reviewed },
  { key: 'location-names', at: ['/names'], reviewed },
  { key: 'loans-by-month', at: ['/loan-counts'], reviewed },
  { key: 'open-and-close', at: ['/day'], reviewed },
  { key: 'practice', at: ['/practice'], reviewed },
  { key: 'shared-desk', at: ['/shared-desks', '/my-code'], reviewed },
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
