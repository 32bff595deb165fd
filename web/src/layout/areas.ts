import type { LinkProps } from '@tanstack/react-router';
import type { StaffIconName } from '../components/staff-icon.tsx';
import type { MessageKey } from '../i18n/translate.ts';

/** One page of an area. */
export type AreaPage = {
  text: MessageKey;
  link: LinkProps;
  /** The roles that may use the page; all of the staff where it is empty. */
  roles: readonly string[];
  /** The scope that a grant of these roles has, where the page is for staff of a whole library. */
  at?: 'member';
  /** Beginnings of other addresses that belong to the page. */
  also?: readonly string[];
};

/** A part of the work of staff with its pages. An area is offered to those who may use one of its pages. */
export type Area = {
  key: string;
  text: MessageKey;
  /** The name at the foot of a phone, where the usual one is too long. */
  short?: MessageKey;
  icon: StaffIconName;
  pages: readonly AreaPage[];
};

const desk = ['desk', 'desk-supervisor'];
const cataloguing = ['cataloguer', 'member-admin'];
const consortiumFinance = ['finance-preparer', 'finance-approver', 'auditor', 'admin'];
const finance = ['member-finance', ...consortiumFinance];
/** Who sees the funds of a library. */
const buying = ['acquisitions', 'member-finance', 'member-admin', 'auditor'];
const thisMonth = new Date().toISOString().slice(0, 7);
const ofMonth = (to: '/months/$month' | '/money/$month' | '/reconciliation/$month'): LinkProps => ({
  to,
  params: { month: thisMonth },
});

/** A list of holds and moving, by its address. */
const holdsPage = (text: MessageKey, list: string): AreaPage => ({
  ...{ text, link: { to: '/holds/$list', params: { list } }, roles: desk },
  also: [`/holds/${list}`, ...(list === 'shelf' ? ['/holds/queue'] : [])],
});

/** The one table of the navigation of staff: a new page is one line here and one text in i18n/en/areas.ts and i18n/es/areas.ts. */
export const areas: readonly Area[] = [
  {
    ...{ key: 'today', text: 'area.today', icon: 'today' },
    pages: [{ text: 'area.today', link: { to: '/today' }, roles: [] }],
  },
  {
    ...{ key: 'desk', text: 'area.desk', icon: 'desk' },
    pages: [
      { text: 'at.desk', link: { to: '/desk' }, roles: desk },
      { text: 'at.day', link: { to: '/day' }, roles: desk },
      { text: 'at.till', link: { to: '/till' }, roles: desk },
      { text: 'at.late-list', link: { to: '/late-list' }, roles: desk },
      { text: 'at.devices', link: { to: '/device-transactions' }, roles: desk },
    ],
  },
  {
    ...{ key: 'patrons', text: 'area.patrons', icon: 'patrons' },
    pages: [
      { text: 'at.patrons', link: { to: '/patrons' }, roles: desk },
      { text: 'at.register', link: { to: '/patrons/new' }, roles: desk },
      { text: 'at.sign-ups', link: { to: '/patrons/sign-ups' }, roles: desk },
      { text: 'at.expiring', link: { to: '/patrons/expiring' }, roles: desk },
      { text: 'at.duplicates', link: { to: '/patrons/duplicates' }, roles: ['desk-supervisor'] },
      {
        text: 'at.patron-changes',
        link: { to: '/patron-changes' },
        roles: ['desk-supervisor', 'member-admin'],
        at: 'member',
      },
    ],
  },
  {
    ...{ key: 'holds', text: 'area.holds', short: 'area.holds-short', icon: 'holds' },
    pages: [
      holdsPage('at.holds-pull', 'pull'),
      holdsPage('at.holds-shelf', 'shelf'),
      holdsPage('at.holds-clear', 'clear'),
      holdsPage('at.holds-coming', 'coming'),
      holdsPage('at.holds-late', 'late'),
      { text: 'at.courier', link: { to: '/holds/courier' }, roles: desk },
      holdsPage('at.holds-missing', 'missing'),
      holdsPage('at.holds-hopeless', 'hopeless'),
    ],
  },
  {
    ...{ key: 'catalogue', text: 'area.catalogue', icon: 'books' },
    pages: [
      { text: 'at.search', link: { to: '/search' }, roles: [], also: ['/record', '/browse', '/lists'] },
      { text: 'at.cataloguing', link: { to: '/cataloguing' }, roles: cataloguing, also: ['/edit', '/visibility'] },
      { text: 'at.loads', link: { to: '/loads' }, roles: cataloguing, at: 'member' },
      { text: 'at.item-mapping', link: { to: '/item-mapping' }, roles: cataloguing, at: 'member' },
      { text: 'at.possible-duplicates', link: { to: '/possible-duplicates' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.fast-added', link: { to: '/fast-added' }, roles: cataloguing, at: 'member' },
      { text: 'at.copy', link: { to: '/copy' }, roles: [...desk, 'ill', ...cataloguing] },
      { text: 'at.new-record', link: { to: '/new-record' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.copy-records', link: { to: '/copy-records' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.new-item', link: { to: '/new-item' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.item-templates', link: { to: '/item-templates' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.item-changes', link: { to: '/item-changes' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.record-changes', link: { to: '/record-changes' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.labels', link: { to: '/labels' }, roles: ['cataloguer'], at: 'member' },
      { text: 'at.last-copies', link: { to: '/last-copies' }, roles: cataloguing },
      { text: 'at.protected-fields', link: { to: '/protected-fields' }, roles: cataloguing, at: 'member' },
      { text: 'at.shelf-check', link: { to: '/shelf-check' }, roles: desk },
    ],
  },
  {
    ...{ key: 'requests', text: 'area.requests', icon: 'requests' },
    pages: [
      { text: 'at.loans', link: { to: '/loans' }, roles: ['ill', ...desk], also: ['/cite', '/openurl'] },
      { text: 'at.loan-reports', link: { to: '/loan-reports' }, roles: ['ill', 'member-admin', ...finance] },
      {
        ...{ text: 'at.copyright', link: { to: '/copyright' } },
        roles: ['ill', 'member-admin', 'member-finance', 'admin', 'auditor'],
      },
      { text: 'at.partners', link: { to: '/partners' }, roles: ['admin', 'ill'] },
    ],
  },
  {
    ...{ key: 'teaching', text: 'area.teaching', icon: 'teaching' },
    pages: [
      { text: 'at.classes', link: { to: '/classes' }, roles: desk },
      {
        text: 'at.school-year',
        link: { to: '/school-year' },
        roles: ['desk-supervisor', 'member-admin'],
        at: 'member',
      },
      { text: 'at.reserves', link: { to: '/reserves' }, roles: [...desk, 'cataloguer'] },
      { text: 'at.courses', link: { to: '/courses' }, roles: [] },
    ],
  },
  {
    ...{ key: 'acquisitions', text: 'area.acquisitions', short: 'area.acquisitions-short', icon: 'cart' },
    pages: [
      { text: 'at.orders', link: { to: '/orders' }, roles: buying },
      { text: 'at.invoices', link: { to: '/invoices' }, roles: buying },
      { text: 'at.serials', link: { to: '/serials' }, roles: buying },
      { text: 'at.funds', link: { to: '/funds' }, roles: buying },
    ],
  },
  {
    ...{ key: 'money', text: 'area.money', icon: 'money' },
    pages: [
      { text: 'at.costs', link: { to: '/costs' }, roles: finance },
      { text: 'at.months', link: ofMonth('/months/$month'), roles: finance, also: ['/days'] },
      { text: 'at.statements', link: { to: '/statements' }, roles: ['member-finance'], also: ['/accounts'] },
      { text: 'at.periods', link: { to: '/periods' }, roles: consortiumFinance, also: ['/statements', '/accounts'] },
      { text: 'at.books', link: { to: '/books' }, roles: consortiumFinance },
      { text: 'at.bank', link: { to: '/bank' }, roles: consortiumFinance },
      { text: 'at.reconciliation', link: ofMonth('/reconciliation/$month'), roles: consortiumFinance },
      { text: 'at.money', link: ofMonth('/money/$month'), roles: [...finance, 'ill'] },
      { text: 'at.online-payments', link: { to: '/online-payments' }, roles: [...finance, 'desk-supervisor'] },
      { text: 'at.value', link: { to: '/value' }, roles: ['member-admin', ...finance] },
      { text: 'at.workbench', link: { to: '/workbench' }, roles: finance },
      { text: 'at.budgets', link: { to: '/budgets' }, roles: finance },
      { text: 'at.prices', link: { to: '/prices' }, roles: finance },
      { text: 'at.estimate', link: { to: '/estimate' }, roles: consortiumFinance },
    ],
  },
  {
    ...{ key: 'policies', text: 'area.policies', icon: 'policies' },
    pages: [
      { text: 'at.proposals', link: { to: '/proposals' }, roles: [] },
      { text: 'at.bodies', link: { to: '/bodies' }, roles: [] },
      { text: 'at.loan-rules', link: { to: '/loan-rules' }, roles: [] },
      { text: 'at.general-loan-rules', link: { to: '/general-loan-rules' }, roles: [] },
      { text: 'at.rule-bounds', link: { to: '/rule-bounds' }, roles: [] },
      { text: 'at.limits', link: { to: '/limits' }, roles: [] },
      { text: 'at.exceptions', link: { to: '/exceptions' }, roles: [] },
      { text: 'at.notice-rules', link: { to: '/notice-rules' }, roles: [] },
      { text: 'at.fees', link: { to: '/fees' }, roles: [] },
      { text: 'at.hold-rules', link: { to: '/hold-rules' }, roles: [] },
      { text: 'at.targeting-rules', link: { to: '/targeting-rules' }, roles: [] },
      { text: 'at.movement-rules', link: { to: '/movement-rules' }, roles: [] },
      { text: 'at.debt-rules', link: { to: '/debt-rules' }, roles: [] },
      { text: 'at.patron-rules', link: { to: '/patron-rules' }, roles: [] },
      { text: 'at.sharing-rules', link: { to: '/sharing-rules' }, roles: [] },
      { text: 'at.match-rules', link: { to: '/match-rules' }, roles: [] },
      { text: 'at.union-rules', link: { to: '/union-rules' }, roles: [] },
      { text: 'at.shown-headings', link: { to: '/shown-headings' }, roles: [] },
      { text: 'at.billing-rules', link: { to: '/billing-rules' }, roles: [] },
      { text: 'at.attribution', link: { to: '/attribution' }, roles: [] },
      { text: 'at.free-tier', link: { to: '/free-tier' }, roles: [] },
      { text: 'at.copy-targets', link: { to: '/copy-targets' }, roles: [] },
      { text: 'at.bylaws', link: { to: '/bylaws' }, roles: [] },
      { text: 'at.pin-rules', link: { to: '/pin-rules' }, roles: [] },
    ],
  },
  {
    ...{ key: 'administration', text: 'area.administration', icon: 'settings' },
    pages: [
      { text: 'at.branches', link: { to: '/branches' }, roles: ['member-admin', 'admin'], also: ['/libraries'] },
      { text: 'at.names', link: { to: '/names' }, roles: ['member-admin', 'admin'] },
      {
        text: 'at.home-content',
        link: { to: '/home-content' },
        roles: ['cataloguer', 'desk-supervisor', 'member-admin', 'admin'],
      },
      { text: 'at.cover-providers', link: { to: '/cover-providers' }, roles: ['admin', 'auditor'] },
      { text: 'at.departments', link: { to: '/departments' }, roles: ['member-admin'] },
      { text: 'at.digital-collections', link: { to: '/digital-collections' }, roles: ['member-admin', 'admin'] },
      { text: 'at.migration', link: { to: '/migration' }, roles: ['member-admin', 'admin'] },
      { text: 'at.set-up', link: { to: '/set-up' }, roles: ['member-admin', 'admin'] },
      { text: 'at.new-library', link: { to: '/new-library' }, roles: ['admin'] },
      { text: 'at.staff', link: { to: '/staff' }, roles: ['member-admin', 'admin', 'auditor'] },
      { text: 'at.notices', link: { to: '/notices' }, roles: [...desk, 'member-admin'], at: 'member' },
      { text: 'at.shared-desks', link: { to: '/shared-desks' }, roles: ['member-admin', 'admin', 'auditor'] },
      { text: 'at.machines', link: { to: '/machines' }, roles: ['member-admin', 'admin', 'auditor'] },
      { text: 'at.webhooks', link: { to: '/webhooks' }, roles: ['member-admin', 'admin'] },
      { text: 'at.payment-accounts', link: { to: '/payment-accounts' }, roles: finance },
      { text: 'at.audit', link: { to: '/audit' }, roles: ['member-admin', 'admin', 'auditor'] },
      { text: 'at.members', link: { to: '/members' }, roles: finance },
      { text: 'at.loan-counts', link: { to: '/loan-counts' }, roles: ['member-admin', ...finance] },
    ],
  },
];
