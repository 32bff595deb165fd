import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { NotFound, Shell } from './frame/shell.tsx';
import { room } from './parts/coming.ts';
import { FailedNotice, WaitingRoom } from './parts/states.tsx';
import './rooms/openurl/first-query.ts';
import { browsingOf } from './rooms/browse/browsing.ts';
import { askedOf } from './rooms/estimate/asked.ts';
import { HomeRoom } from './rooms/home/home-room.tsx';
import type { Side } from './rooms/loans/loans.ts';
import { wishOf } from './rooms/search/wish.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = { getParentRoute: () => root };
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const monthText = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? value : undefined;
const dayText = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
const backOnly = (search: Record<string, unknown>): { back?: string } => {
  const back = text(search.back);
  return back ? { back } : {};
};
const memberOnly = (search: Record<string, unknown>): { member?: string } => {
  const member = text(search.member);
  return member ? { member } : {};
};
const monthSearch = (search: Record<string, unknown>): { member?: string; service?: string } => {
  const [member, service] = [text(search.member), text(search.service)];
  return { ...(member ? { member } : {}), ...(service ? { service } : {}) };
};

// Only home is in the first load; every other room comes when it is entered.
const home = createRoute({ ...under, path: '/', component: HomeRoom });
const search = createRoute({
  ...under,
  path: '/search',
  validateSearch: wishOf,
  component: room(() => import('./rooms/search/search-room.tsx'), 'SearchRoom'),
});
const record = createRoute({
  ...under,
  path: '/record/$recordId',
  component: room(() => import('./rooms/record/record-room.tsx'), 'RecordRoom'),
});
const browse = createRoute({
  ...under,
  path: '/browse',
  validateSearch: browsingOf,
  component: room(() => import('./rooms/browse/browse-room.tsx'), 'BrowseRoom'),
});
const union = createRoute({
  ...under,
  path: '/record/$recordId/sources',
  component: room(() => import('./rooms/union/union-room.tsx'), 'UnionRoom'),
});
const edit = createRoute({
  ...under,
  path: '/edit/$sourceId',
  component: room(() => import('./rooms/edit/edit-room.tsx'), 'EditRoom'),
});
const doubts = createRoute({
  ...under,
  path: '/doubts',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/union/doubts-room.tsx'), 'DoubtsRoom'),
});
const cataloguing = createRoute({
  ...under,
  path: '/cataloguing',
  component: room(() => import('./rooms/cataloguing/cataloguing-room.tsx'), 'CataloguingRoom'),
});
const itemChanges = createRoute({
  ...under,
  path: '/item-changes',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/item-changes/changes-room.tsx'), 'ChangesRoom'),
});
const itemChange = createRoute({
  ...under,
  path: '/item-changes/$batchId',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/item-changes/change-room.tsx'), 'ChangeRoom'),
});
const itemTemplates = createRoute({
  ...under,
  path: '/item-templates',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/new-item/templates-room.tsx'), 'TemplatesRoom'),
});
const newItem = createRoute({
  ...under,
  path: '/new-item',
  validateSearch: (search: Record<string, unknown>): { member?: string; source?: string } => {
    const source = text(search.source);
    return { ...memberOnly(search), ...(source && { source }) };
  },
  component: room(() => import('./rooms/new-item/new-item-room.tsx'), 'NewItemRoom'),
});
const visibility = createRoute({
  ...under,
  path: '/visibility/$sourceId',
  component: room(() => import('./rooms/visibility/visibility-room.tsx'), 'VisibilityRoom'),
});
const copy = createRoute({
  ...under,
  path: '/copy',
  validateSearch: (search: Record<string, unknown>): { barcode?: string } => {
    const barcode = text(search.barcode);
    return barcode ? { barcode } : {};
  },
  component: room(() => import('./rooms/copy/copy-room.tsx'), 'CopyRoom'),
});
const lastCopies = createRoute({
  ...under,
  path: '/last-copies',
  component: room(() => import('./rooms/last-copies/last-copies-room.tsx'), 'LastCopiesRoom'),
});
const protectedFields = createRoute({
  ...under,
  path: '/protected-fields',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/protected-fields/protected-fields-room.tsx'), 'ProtectedFieldsRoom'),
});
const loads = createRoute({
  ...under,
  path: '/loads',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/loads/loads-room.tsx'), 'LoadsRoom'),
});
const load = createRoute({
  ...under,
  path: '/loads/$importId',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/loads/load-room.tsx'), 'LoadRoom'),
});
const itemMapping = createRoute({
  ...under,
  path: '/item-mapping',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/item-mapping/mapping-room.tsx'), 'MappingRoom'),
});
const courses = createRoute({
  ...under,
  path: '/courses',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(search.q)?.slice(0, 200);
    return q ? { q } : {};
  },
  component: room(() => import('./rooms/courses/courses-room.tsx'), 'CoursesRoom'),
});
const course = createRoute({
  ...under,
  path: '/courses/$courseId',
  component: room(() => import('./rooms/courses/course-room.tsx'), 'CourseRoom'),
});
const openUrl = createRoute({
  ...under,
  path: '/openurl',
  component: room(() => import('./rooms/openurl/openurl-room.tsx'), 'OpenUrlRoom'),
});
const cite = createRoute({
  ...under,
  path: '/cite',
  validateSearch: (search: Record<string, unknown>): { title?: string } => {
    const title = text(search.title)?.slice(0, 500);
    return title ? { title } : {};
  },
  component: room(() => import('./rooms/cite/cite-room.tsx'), 'CiteRoom'),
});
const account = createRoute({
  ...under,
  path: '/account',
  component: room(() => import('./rooms/account/account-room.tsx'), 'AccountRoom'),
});
const lists = createRoute({
  ...under,
  path: '/lists',
  component: room(() => import('./rooms/lists/lists-room.tsx'), 'ListsRoom'),
});
const list = createRoute({
  ...under,
  path: '/lists/$listId',
  component: room(() => import('./rooms/lists/list-room.tsx'), 'ListRoom'),
});
const signIn = createRoute({
  ...under,
  path: '/sign-in',
  validateSearch: backOnly,
  component: room(() => import('./rooms/sign-in/sign-in-room.tsx'), 'SignInRoom'),
});
const signUp = createRoute({
  ...under,
  path: '/sign-up',
  component: room(() => import('./rooms/sign-up/sign-up-room.tsx'), 'SignUpRoom'),
});
const signedIn = createRoute({
  ...under,
  path: '/signed-in',
  component: room(() => import('./rooms/sign-in/signed-in-room.tsx'), 'SignedInRoom'),
});
const desk = createRoute({
  ...under,
  path: '/desk',
  component: room(() => import('./rooms/desk/desk-room.tsx'), 'DeskRoom'),
});
const pull = createRoute({
  ...under,
  path: '/pull-list',
  component: room(() => import('./rooms/pull/pull-room.tsx'), 'PullRoom'),
});
const late = createRoute({
  ...under,
  path: '/late-list',
  component: room(() => import('./rooms/late/late-room.tsx'), 'LateRoom'),
});
const till = createRoute({
  ...under,
  path: '/till',
  component: room(() => import('./rooms/till/till-room.tsx'), 'TillRoom'),
});
const ledgers = createRoute({
  ...under,
  path: '/money/$month',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/ledgers/ledgers-room.tsx'), 'LedgersRoom'),
});
const notices = createRoute({
  ...under,
  path: '/notices',
  component: room(() => import('./rooms/notices/notices-room.tsx'), 'NoticesRoom'),
});
const shelfCheck = createRoute({
  ...under,
  path: '/shelf-check',
  component: room(() => import('./rooms/shelf-check/shelf-check-room.tsx'), 'ShelfCheckRoom'),
});
const loans = createRoute({
  ...under,
  path: '/loans',
  validateSearch: (search: Record<string, unknown>): { side?: Side; group?: string } => {
    const group = text(search.group);
    return { ...(search.side === 'supplier' && { side: 'supplier' as const }), ...(group && { group }) };
  },
  component: room(() => import('./rooms/loans/loans-room.tsx'), 'LoansRoom'),
});
const loan = createRoute({
  ...under,
  path: '/loans/$requestId',
  component: room(() => import('./rooms/loan/loan-room.tsx'), 'LoanRoom'),
});
const partners = createRoute({
  ...under,
  path: '/partners',
  component: room(() => import('./rooms/partners/partners-room.tsx'), 'PartnersRoom'),
});
const partner = createRoute({
  ...under,
  path: '/partners/$partnerId',
  component: room(() => import('./rooms/partners/partner-room.tsx'), 'PartnerRoom'),
});
const loanReports = createRoute({
  ...under,
  path: '/loan-reports',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string; member?: string } => {
    const [from, to, member] = [monthText(search.from), monthText(search.to), text(search.member)];
    return { ...(from && { from }), ...(to && { to }), ...(member && { member }) };
  },
  component: room(() => import('./rooms/loan-reports/reports-room.tsx'), 'ReportsRoom'),
});
const copyright = createRoute({
  ...under,
  path: '/copyright',
  validateSearch: (search: Record<string, unknown>): { year?: string; member?: string } => {
    const [year, member] = [text(search.year), text(search.member)];
    return { ...(year && /^\d{4}$/.test(year) && { year }), ...(member && { member }) };
  },
  component: room(() => import('./rooms/copyright/copyright-room.tsx'), 'CopyrightRoom'),
});
const month = createRoute({
  ...under,
  path: '/months/$month',
  validateSearch: monthSearch,
  component: room(() => import('./rooms/month/month-room.tsx'), 'MonthRoom'),
});
const workbench = createRoute({
  ...under,
  path: '/workbench',
  component: room(() => import('./rooms/workbench/workbench-room.tsx'), 'WorkbenchRoom'),
});
const figures = createRoute({
  ...under,
  path: '/workbench/figures',
  component: room(() => import('./rooms/workbench/figures-room.tsx'), 'FiguresRoom'),
});
const compare = createRoute({
  ...under,
  path: '/workbench/compare',
  validateSearch: (search: Record<string, unknown>): { one?: string; other?: string } => {
    const [one, other] = [text(search.one), text(search.other)];
    return { ...(one && { one }), ...(other && { other }) };
  },
  component: room(() => import('./rooms/workbench/compare-room.tsx'), 'CompareRoom'),
});
const scenario = createRoute({
  ...under,
  path: '/workbench/$scenarioId',
  component: room(() => import('./rooms/workbench/scenario-room.tsx'), 'ScenarioRoom'),
});
const reconciliation = createRoute({
  ...under,
  path: '/reconciliation/$month',
  component: room(() => import('./rooms/reconciliation/reconciliation-room.tsx'), 'ReconciliationRoom'),
});
const periods = createRoute({
  ...under,
  path: '/periods',
  component: room(() => import('./rooms/periods/periods-room.tsx'), 'PeriodsRoom'),
});
const prices = createRoute({
  ...under,
  path: '/prices',
  component: room(() => import('./rooms/prices/prices-room.tsx'), 'PricesRoom'),
});
const membersThen = createRoute({
  ...under,
  path: '/members',
  component: room(() => import('./rooms/members/members-room.tsx'), 'MembersRoom'),
});
const budgets = createRoute({
  ...under,
  path: '/budgets',
  validateSearch: memberOnly,
  component: room(() => import('./rooms/budgets/budgets-room.tsx'), 'BudgetsRoom'),
});
const statement = createRoute({
  ...under,
  path: '/statements/$month/$memberId',
  validateSearch: (search: Record<string, unknown>): { line?: string } => {
    const line = text(search.line);
    return line ? { line } : {};
  },
  component: room(() => import('./rooms/statements/statement-room.tsx'), 'StatementRoom'),
});
const memberAccount = createRoute({
  ...under,
  path: '/accounts/$memberId',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => {
    const [from, to] = [dayText(search.from), dayText(search.to)];
    return { ...(from && { from }), ...(to && { to }) };
  },
  component: room(() => import('./rooms/accounts/member-account-room.tsx'), 'MemberAccountRoom'),
});
const codes = createRoute({
  ...under,
  path: '/accounts/$memberId/codes',
  component: room(() => import('./rooms/codes/codes-room.tsx'), 'CodesRoom'),
});
const trueUp = createRoute({
  ...under,
  path: '/workbench/$scenarioId/true-up',
  component: room(() => import('./rooms/true-up/true-up-room.tsx'), 'TrueUpRoom'),
});
const estimate = createRoute({
  ...under,
  path: '/estimate',
  validateSearch: askedOf,
  component: room(() => import('./rooms/estimate/estimate-room.tsx'), 'EstimateRoom'),
});
const requests = createRoute({
  ...under,
  path: '/days/$day',
  validateSearch: (search: Record<string, unknown>): { member: string; operation: string } => ({
    member: text(search.member) ?? '',
    operation: text(search.operation) ?? '',
  }),
  component: room(() => import('./rooms/month/requests-room.tsx'), 'RequestsRoom'),
});

/** All rooms. Search parameters stay plain text, so that an address reads like the API's own query. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    search,
    record,
    browse,
    union,
    edit,
    doubts,
    cataloguing,
    itemChanges,
    itemChange,
    itemTemplates,
    newItem,
    copy,
    visibility,
    lastCopies,
    protectedFields,
    loads,
    load,
    itemMapping,
    courses,
    course,
    openUrl,
    cite,
    account,
    lists,
    list,
    signIn,
    signUp,
    signedIn,
    desk,
    pull,
    late,
    till,
    notices,
    shelfCheck,
    ledgers,
    loans,
    loan,
    loanReports,
    copyright,
    partners,
    partner,
    month,
    reconciliation,
    periods,
    prices,
    membersThen,
    budgets,
    statement,
    memberAccount,
    codes,
    estimate,
    requests,
    workbench,
    figures,
    compare,
    scenario,
    trueUp,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: WaitingRoom,
  defaultErrorComponent: ({ error, reset }) => <FailedNotice thrown={error} again={reset} />,
  // A name that stands there twice is a list: links that cite name an author or an id again and again.
  parseSearch: (query) => {
    const all = new URLSearchParams(query);
    const valuesOf = (name: string): string | string[] => {
      const [first = '', ...more] = all.getAll(name);
      return more.length > 0 ? [first, ...more] : first;
    };
    return Object.fromEntries([...all.keys()].map((name) => [name, valuesOf(name)]));
  },
  stringifySearch: (search) => {
    const given = Object.entries(search).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === undefined || one === '' ? [] : [[name, String(one)]])),
    );
    const query = new URLSearchParams(given).toString();
    return query && `?${query}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
