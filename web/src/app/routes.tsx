import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { room } from '../components/lazy-page.ts';
import { FailedNotice, WaitingRoom } from '../components/states.tsx';
import { NotFound, Shell } from '../layout/shell.tsx';
import '../features/resource-sharing/openurl/first-query.ts';
import { browsingOf } from '../features/discovery/browse/browsing.ts';
import { HomeRoom } from '../features/discovery/home/home-page.tsx';
import { wishOf } from '../features/discovery/shared/search-parameters.ts';
import { askedOf } from '../features/finance/estimate/asked.ts';
import type { Side } from '../features/resource-sharing/shared/requests.ts';

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
  component: room(() => import('../features/discovery/search/search-page.tsx'), 'SearchRoom'),
});
const record = createRoute({
  ...under,
  path: '/record/$recordId',
  component: room(() => import('../features/discovery/record/record-page.tsx'), 'RecordRoom'),
});
const browse = createRoute({
  ...under,
  path: '/browse',
  validateSearch: browsingOf,
  component: room(() => import('../features/discovery/browse/browse-page.tsx'), 'BrowseRoom'),
});
const union = createRoute({
  ...under,
  path: '/record/$recordId/sources',
  component: room(() => import('../features/catalogue/source-records/source-records-page.tsx'), 'UnionRoom'),
});
const edit = createRoute({
  ...under,
  path: '/edit/$sourceId',
  component: room(() => import('../features/catalogue/edit-record/edit-record-page.tsx'), 'EditRoom'),
});
const possibleDuplicates = createRoute({
  ...under,
  path: '/possible-duplicates',
  validateSearch: memberOnly,
  component: room(
    () => import('../features/catalogue/possible-duplicates/possible-duplicates-page.tsx'),
    'PossibleDuplicatesPage',
  ),
});
const cataloguing = createRoute({
  ...under,
  path: '/cataloguing',
  component: room(() => import('../features/catalogue/cataloguing/cataloguing-page.tsx'), 'CataloguingRoom'),
});
const itemChanges = createRoute({
  ...under,
  path: '/item-changes',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/item-changes/changes-page.tsx'), 'ChangesRoom'),
});
const itemChange = createRoute({
  ...under,
  path: '/item-changes/$batchId',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/item-changes/change-page.tsx'), 'ChangeRoom'),
});
const itemTemplates = createRoute({
  ...under,
  path: '/item-templates',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/new-item/templates-page.tsx'), 'TemplatesRoom'),
});
const newItem = createRoute({
  ...under,
  path: '/new-item',
  validateSearch: (search: Record<string, unknown>): { member?: string; source?: string } => {
    const source = text(search.source);
    return { ...memberOnly(search), ...(source && { source }) };
  },
  component: room(() => import('../features/catalogue/new-item/new-item-page.tsx'), 'NewItemRoom'),
});
const visibility = createRoute({
  ...under,
  path: '/visibility/$sourceId',
  component: room(() => import('../features/catalogue/visibility/visibility-page.tsx'), 'VisibilityRoom'),
});
const copy = createRoute({
  ...under,
  path: '/copy',
  validateSearch: (search: Record<string, unknown>): { barcode?: string } => {
    const barcode = text(search.barcode);
    return barcode ? { barcode } : {};
  },
  component: room(() => import('../features/catalogue/item/item-page.tsx'), 'CopyRoom'),
});
const lastCopies = createRoute({
  ...under,
  path: '/last-copies',
  component: room(() => import('../features/catalogue/last-copies/last-copies-page.tsx'), 'LastCopiesRoom'),
});
const protectedFields = createRoute({
  ...under,
  path: '/protected-fields',
  validateSearch: memberOnly,
  component: room(
    () => import('../features/catalogue/protected-fields/protected-fields-page.tsx'),
    'ProtectedFieldsRoom',
  ),
});
const loads = createRoute({
  ...under,
  path: '/loads',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/imports/imports-page.tsx'), 'LoadsRoom'),
});
const load = createRoute({
  ...under,
  path: '/loads/$importId',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/imports/import-page.tsx'), 'LoadRoom'),
});
const itemMapping = createRoute({
  ...under,
  path: '/item-mapping',
  validateSearch: memberOnly,
  component: room(() => import('../features/catalogue/item-mapping/mapping-page.tsx'), 'MappingRoom'),
});
const courses = createRoute({
  ...under,
  path: '/courses',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(search.q)?.slice(0, 200);
    return q ? { q } : {};
  },
  component: room(() => import('../features/teaching/courses/courses-page.tsx'), 'CoursesRoom'),
});
const course = createRoute({
  ...under,
  path: '/courses/$courseId',
  component: room(() => import('../features/teaching/courses/course-page.tsx'), 'CourseRoom'),
});
const openUrl = createRoute({
  ...under,
  path: '/openurl',
  component: room(() => import('../features/resource-sharing/openurl/openurl-page.tsx'), 'OpenUrlRoom'),
});
const cite = createRoute({
  ...under,
  path: '/cite',
  validateSearch: (search: Record<string, unknown>): { title?: string } => {
    const title = text(search.title)?.slice(0, 500);
    return title ? { title } : {};
  },
  component: room(() => import('../features/resource-sharing/cite/cite-page.tsx'), 'CiteRoom'),
});
const account = createRoute({
  ...under,
  path: '/account',
  component: room(() => import('../features/patrons/account/account-page.tsx'), 'AccountRoom'),
});
const lists = createRoute({
  ...under,
  path: '/lists',
  component: room(() => import('../features/discovery/lists/lists-page.tsx'), 'ListsRoom'),
});
const list = createRoute({
  ...under,
  path: '/lists/$listId',
  component: room(() => import('../features/discovery/lists/list-page.tsx'), 'ListRoom'),
});
const signIn = createRoute({
  ...under,
  path: '/sign-in',
  validateSearch: backOnly,
  component: room(() => import('../features/membership/sign-in/sign-in-page.tsx'), 'SignInRoom'),
});
const signUp = createRoute({
  ...under,
  path: '/sign-up',
  component: room(() => import('../features/patrons/sign-up/sign-up-page.tsx'), 'SignUpRoom'),
});
const signedIn = createRoute({
  ...under,
  path: '/signed-in',
  component: room(() => import('../features/membership/sign-in/signed-in-page.tsx'), 'SignedInRoom'),
});
const desk = createRoute({
  ...under,
  path: '/desk',
  component: room(() => import('../features/circulation/desk/desk-page.tsx'), 'DeskRoom'),
});
const pull = createRoute({
  ...under,
  path: '/pull-list',
  component: room(() => import('../features/circulation/pull-list/pull-list-page.tsx'), 'PullRoom'),
});
const late = createRoute({
  ...under,
  path: '/late-list',
  component: room(() => import('../features/circulation/late-list/late-list-page.tsx'), 'LateRoom'),
});
const till = createRoute({
  ...under,
  path: '/till',
  component: room(() => import('../features/circulation/till/till-page.tsx'), 'TillRoom'),
});
const ledgers = createRoute({
  ...under,
  path: '/money/$month',
  validateSearch: memberOnly,
  component: room(() => import('../features/finance/ledgers/ledgers-page.tsx'), 'LedgersRoom'),
});
const notices = createRoute({
  ...under,
  path: '/notices',
  component: room(() => import('../features/notices/notices/notices-page.tsx'), 'NoticesRoom'),
});
const shelfCheck = createRoute({
  ...under,
  path: '/shelf-check',
  component: room(() => import('../features/catalogue/shelf-check/shelf-check-page.tsx'), 'ShelfCheckRoom'),
});
const loans = createRoute({
  ...under,
  path: '/loans',
  validateSearch: (search: Record<string, unknown>): { side?: Side; group?: string } => {
    const group = text(search.group);
    return { ...(search.side === 'supplier' && { side: 'supplier' as const }), ...(group && { group }) };
  },
  component: room(() => import('../features/resource-sharing/requests/requests-page.tsx'), 'LoansRoom'),
});
const loan = createRoute({
  ...under,
  path: '/loans/$requestId',
  component: room(() => import('../features/resource-sharing/request/request-page.tsx'), 'LoanRoom'),
});
const partners = createRoute({
  ...under,
  path: '/partners',
  component: room(() => import('../features/resource-sharing/partners/partners-page.tsx'), 'PartnersRoom'),
});
const partner = createRoute({
  ...under,
  path: '/partners/$partnerId',
  component: room(() => import('../features/resource-sharing/partners/partner-page.tsx'), 'PartnerRoom'),
});
const loanReports = createRoute({
  ...under,
  path: '/loan-reports',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string; member?: string } => {
    const [from, to, member] = [monthText(search.from), monthText(search.to), text(search.member)];
    return { ...(from && { from }), ...(to && { to }), ...(member && { member }) };
  },
  component: room(() => import('../features/resource-sharing/reports/reports-page.tsx'), 'ReportsRoom'),
});
const copyright = createRoute({
  ...under,
  path: '/copyright',
  validateSearch: (search: Record<string, unknown>): { year?: string; member?: string } => {
    const [year, member] = [text(search.year), text(search.member)];
    return { ...(year && /^\d{4}$/.test(year) && { year }), ...(member && { member }) };
  },
  component: room(() => import('../features/resource-sharing/copyright/copyright-page.tsx'), 'CopyrightRoom'),
});
const month = createRoute({
  ...under,
  path: '/months/$month',
  validateSearch: monthSearch,
  component: room(() => import('../features/finance/month/month-page.tsx'), 'MonthRoom'),
});
const workbench = createRoute({
  ...under,
  path: '/workbench',
  component: room(() => import('../features/finance/workbench/workbench-page.tsx'), 'WorkbenchRoom'),
});
const figures = createRoute({
  ...under,
  path: '/workbench/figures',
  component: room(() => import('../features/finance/workbench/figures-page.tsx'), 'FiguresRoom'),
});
const compare = createRoute({
  ...under,
  path: '/workbench/compare',
  validateSearch: (search: Record<string, unknown>): { one?: string; other?: string } => {
    const [one, other] = [text(search.one), text(search.other)];
    return { ...(one && { one }), ...(other && { other }) };
  },
  component: room(() => import('../features/finance/workbench/compare-page.tsx'), 'CompareRoom'),
});
const scenario = createRoute({
  ...under,
  path: '/workbench/$scenarioId',
  component: room(() => import('../features/finance/workbench/scenario-page.tsx'), 'ScenarioRoom'),
});
const reconciliation = createRoute({
  ...under,
  path: '/reconciliation/$month',
  component: room(() => import('../features/finance/reconciliation/reconciliation-page.tsx'), 'ReconciliationRoom'),
});
const periods = createRoute({
  ...under,
  path: '/periods',
  component: room(() => import('../features/finance/periods/periods-page.tsx'), 'PeriodsRoom'),
});
const prices = createRoute({
  ...under,
  path: '/prices',
  component: room(() => import('../features/finance/prices/prices-page.tsx'), 'PricesRoom'),
});
const membersThen = createRoute({
  ...under,
  path: '/members',
  component: room(() => import('../features/membership/members/members-page.tsx'), 'MembersRoom'),
});
const budgets = createRoute({
  ...under,
  path: '/budgets',
  validateSearch: memberOnly,
  component: room(() => import('../features/finance/budgets/budgets-page.tsx'), 'BudgetsRoom'),
});
const statement = createRoute({
  ...under,
  path: '/statements/$month/$memberId',
  validateSearch: (search: Record<string, unknown>): { line?: string } => {
    const line = text(search.line);
    return line ? { line } : {};
  },
  component: room(() => import('../features/finance/statements/statement-page.tsx'), 'StatementRoom'),
});
const memberAccount = createRoute({
  ...under,
  path: '/accounts/$memberId',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => {
    const [from, to] = [dayText(search.from), dayText(search.to)];
    return { ...(from && { from }), ...(to && { to }) };
  },
  component: room(() => import('../features/finance/accounts/member-account-page.tsx'), 'MemberAccountRoom'),
});
const codes = createRoute({
  ...under,
  path: '/accounts/$memberId/codes',
  component: room(() => import('../features/finance/account-codes/account-codes-page.tsx'), 'CodesRoom'),
});
const trueUp = createRoute({
  ...under,
  path: '/workbench/$scenarioId/true-up',
  component: room(() => import('../features/finance/true-up/true-up-page.tsx'), 'TrueUpRoom'),
});
const estimate = createRoute({
  ...under,
  path: '/estimate',
  validateSearch: askedOf,
  component: room(() => import('../features/finance/estimate/estimate-page.tsx'), 'EstimateRoom'),
});
const requests = createRoute({
  ...under,
  path: '/days/$day',
  validateSearch: (search: Record<string, unknown>): { member: string; operation: string } => ({
    member: text(search.member) ?? '',
    operation: text(search.operation) ?? '',
  }),
  component: room(() => import('../features/finance/month/requests-page.tsx'), 'RequestsRoom'),
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
    possibleDuplicates,
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
