import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazyPage } from '../components/lazy-page.ts';
import { FailedNotice, PagePending } from '../components/states.tsx';
import { NotFound, Shell } from '../layout/shell.tsx';
import '../features/resource-sharing/openurl/first-query.ts';
import { browsingOf } from '../features/discovery/browse/browsing.ts';
import { HomePage } from '../features/discovery/home/home-page.tsx';
import { searchParametersOf } from '../features/discovery/shared/search-parameters.ts';
import type { Asked } from '../features/finance/estimate/asked.ts';
import type { Side } from '../features/resource-sharing/shared/requests.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = { getParentRoute: () => root };
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const figure = (value: unknown): string | undefined => text(typeof value === 'number' ? String(value) : value);
const monthText = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? value : undefined;
const dayText = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
/** Returns what reads optional parameters of an address, each by its own check; what is missing or wrong is left out. */
const only =
  <N extends string>(checks: Record<N, (value: unknown) => string | undefined>) =>
  (search: Record<string, unknown>): { [K in N]?: string } =>
    Object.fromEntries(
      (Object.keys(checks) as N[]).flatMap((name) => {
        const value = checks[name](search[name]);
        return value ? [[name, value]] : [];
      }),
    ) as { [K in N]?: string };
const backOnly = only({ back: text });
const memberOnly = only({ member: text });
const monthSearch = only({ member: text, service: text });
const spanSearch = only({ from: monthText, to: monthText, member: text });

// Only the home page is in the first bundle; every other page is loaded when it is opened.
const home = createRoute({ ...under, path: '/', component: HomePage });
const search = createRoute({
  ...under,
  path: '/search',
  validateSearch: searchParametersOf,
  component: lazyPage(() => import('../features/discovery/search/search-page.tsx'), 'SearchPage'),
});
const children = createRoute({
  ...under,
  path: '/children',
  validateSearch: only({ q: text, subject: text }),
  component: lazyPage(() => import('../features/discovery/children/children-page.tsx'), 'ChildrenPage'),
});
const record = createRoute({
  ...under,
  path: '/record/$recordId',
  component: lazyPage(() => import('../features/discovery/record/record-page.tsx'), 'RecordPage'),
});
const browse = createRoute({
  ...under,
  path: '/browse',
  validateSearch: browsingOf,
  component: lazyPage(() => import('../features/discovery/browse/browse-page.tsx'), 'BrowsePage'),
});
const union = createRoute({
  ...under,
  path: '/record/$recordId/sources',
  component: lazyPage(
    () => import('../features/catalogue/source-records/source-records-page.tsx'),
    'SourceRecordsPage',
  ),
});
const edit = createRoute({
  ...under,
  path: '/edit/$sourceId',
  component: lazyPage(() => import('../features/catalogue/edit-record/edit-record-page.tsx'), 'EditRecordPage'),
});
const possibleDuplicates = createRoute({
  ...under,
  path: '/possible-duplicates',
  validateSearch: memberOnly,
  component: lazyPage(
    () => import('../features/catalogue/possible-duplicates/possible-duplicates-page.tsx'),
    'PossibleDuplicatesPage',
  ),
});
const fastAdded = createRoute({
  ...under,
  path: '/fast-added',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/fast-added/fast-added-page.tsx'), 'FastAddedPage'),
});
const cataloguing = createRoute({
  ...under,
  path: '/cataloguing',
  component: lazyPage(() => import('../features/catalogue/cataloguing/cataloguing-page.tsx'), 'CataloguingPage'),
});
const itemChanges = createRoute({
  ...under,
  path: '/item-changes',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/item-changes/item-changes-page.tsx'), 'ItemChangesPage'),
});
const itemChange = createRoute({
  ...under,
  path: '/item-changes/$batchId',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/item-changes/item-changes-page.tsx'), 'ItemChangePage'),
});
const recordChanges = createRoute({
  ...under,
  path: '/record-changes',
  validateSearch: memberOnly,
  component: lazyPage(
    () => import('../features/catalogue/record-changes/record-changes-page.tsx'),
    'RecordChangesPage',
  ),
});
const recordChange = createRoute({
  ...under,
  path: '/record-changes/$batchId',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/record-changes/record-changes-page.tsx'), 'RecordChangePage'),
});
const itemTemplates = createRoute({
  ...under,
  path: '/item-templates',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/new-item/item-templates-page.tsx'), 'ItemTemplatesPage'),
});
const newRecord = createRoute({
  ...under,
  path: '/new-record',
  validateSearch: only({ member: text, template: text, number: text }),
  component: lazyPage(() => import('../features/catalogue/new-record/new-record-page.tsx'), 'NewRecordPage'),
});
const copyRecords = createRoute({
  ...under,
  path: '/copy-records',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/copy-records/copy-records-page.tsx'), 'CopyRecordsPage'),
});
const copyTargets = createRoute({
  ...under,
  path: '/copy-targets',
  component: lazyPage(() => import('../features/catalogue/copy-targets/copy-targets-page.tsx'), 'CopyTargetsPage'),
});
const labels = createRoute({
  ...under,
  path: '/labels',
  validateSearch: only({ member: text, batch: text }),
  component: lazyPage(() => import('../features/catalogue/labels/labels-page.tsx'), 'LabelsPage'),
});
const newItem = createRoute({
  ...under,
  path: '/new-item',
  validateSearch: only({ member: text, source: text }),
  component: lazyPage(() => import('../features/catalogue/new-item/new-item-page.tsx'), 'NewItemPage'),
});
const visibility = createRoute({
  ...under,
  path: '/visibility/$sourceId',
  component: lazyPage(() => import('../features/catalogue/visibility/visibility-page.tsx'), 'VisibilityPage'),
});
const copy = createRoute({
  ...under,
  path: '/copy',
  validateSearch: only({ barcode: text }),
  component: lazyPage(() => import('../features/catalogue/item/item-page.tsx'), 'ItemPage'),
});
const lastCopies = createRoute({
  ...under,
  path: '/last-copies',
  component: lazyPage(() => import('../features/catalogue/last-copies/last-copies-page.tsx'), 'LastCopiesPage'),
});
const protectedFields = createRoute({
  ...under,
  path: '/protected-fields',
  validateSearch: memberOnly,
  component: lazyPage(
    () => import('../features/catalogue/protected-fields/protected-fields-page.tsx'),
    'ProtectedFieldsPage',
  ),
});
const loads = createRoute({
  ...under,
  path: '/loads',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/imports/imports-page.tsx'), 'ImportsPage'),
});
const load = createRoute({
  ...under,
  path: '/loads/$importId',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/imports/import-page.tsx'), 'ImportPage'),
});
const migrations = createRoute({
  ...under,
  path: '/migration',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/onboarding/migration/migrations-page.tsx'), 'MigrationsPage'),
});
const migration = createRoute({
  ...under,
  path: '/migration/$memberId/$loadId',
  component: lazyPage(() => import('../features/onboarding/migration/migrations-page.tsx'), 'MigrationPage'),
});
const itemMapping = createRoute({
  ...under,
  path: '/item-mapping',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/catalogue/item-mapping/item-mapping-page.tsx'), 'ItemMappingPage'),
});
const classes = createRoute({
  ...under,
  path: '/classes',
  component: lazyPage(() => import('../features/teaching/classes/classes-page.tsx'), 'ClassesPage'),
});
const schoolClass = createRoute({
  ...under,
  path: '/classes/$classId',
  component: lazyPage(() => import('../features/teaching/classes/classes-page.tsx'), 'ClassPage'),
});
const reserves = createRoute({
  ...under,
  path: '/reserves',
  component: lazyPage(() => import('../features/teaching/reserves/reserves-page.tsx'), 'ReservesPage'),
});
const courseReserves = createRoute({
  ...under,
  path: '/reserves/$courseId',
  component: lazyPage(() => import('../features/teaching/reserves/course-reserves-page.tsx'), 'CourseReservesPage'),
});
const myClasses = createRoute({
  ...under,
  path: '/my-classes',
  component: lazyPage(() => import('../features/teaching/my-classes/my-classes-page.tsx'), 'MyClassesPage'),
});
const schoolYear = createRoute({
  ...under,
  path: '/school-year',
  component: lazyPage(() => import('../features/teaching/school-year/school-year-page.tsx'), 'SchoolYearPage'),
});
const courses = createRoute({
  ...under,
  path: '/courses',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(search.q)?.slice(0, 200);
    return q ? { q } : {};
  },
  component: lazyPage(() => import('../features/teaching/courses/courses-page.tsx'), 'CoursesPage'),
});
const course = createRoute({
  ...under,
  path: '/courses/$courseId',
  component: lazyPage(() => import('../features/teaching/courses/courses-page.tsx'), 'CoursePage'),
});
const openUrl = createRoute({
  ...under,
  path: '/openurl',
  component: lazyPage(() => import('../features/resource-sharing/openurl/openurl-page.tsx'), 'OpenUrlPage'),
});
const cite = createRoute({
  ...under,
  path: '/cite',
  validateSearch: (search: Record<string, unknown>): { title?: string } => {
    const title = text(search.title)?.slice(0, 500);
    return title ? { title } : {};
  },
  component: lazyPage(() => import('../features/resource-sharing/cite/cite-page.tsx'), 'CitePage'),
});
const account = createRoute({
  ...under,
  path: '/account',
  component: lazyPage(() => import('../features/patrons/account/account-page.tsx'), 'AccountPage'),
});
const payment = createRoute({
  ...under,
  path: '/account/payments/$paymentId',
  component: lazyPage(() => import('../features/payments/pay/payment-page.tsx'), 'PaymentPage'),
});
const onlinePayments = createRoute({
  ...under,
  path: '/online-payments',
  validateSearch: only({ month: monthText, member: text, payment: text }),
  component: lazyPage(() => import('../features/payments/online/online-payments-page.tsx'), 'OnlinePaymentsPage'),
});
const paymentAccounts = createRoute({
  ...under,
  path: '/payment-accounts',
  component: lazyPage(() => import('../features/payments/accounts/payment-accounts-page.tsx'), 'PaymentAccountsPage'),
});
const lists = createRoute({
  ...under,
  path: '/lists',
  component: lazyPage(() => import('../features/discovery/lists/lists-page.tsx'), 'ListsPage'),
});
const list = createRoute({
  ...under,
  path: '/lists/$listId',
  component: lazyPage(() => import('../features/discovery/lists/list-page.tsx'), 'ListPage'),
});
const searches = createRoute({
  ...under,
  path: '/searches',
  component: lazyPage(() => import('../features/discovery/searches/searches-page.tsx'), 'SearchesPage'),
});
const sharedList = createRoute({
  ...under,
  path: '/shared/$token',
  component: lazyPage(() => import('../features/discovery/lists/shared-list-page.tsx'), 'SharedListPage'),
});
const signIn = createRoute({
  ...under,
  path: '/sign-in',
  validateSearch: backOnly,
  component: lazyPage(() => import('../features/membership/sign-in/sign-in-page.tsx'), 'SignInPage'),
});
const card = createRoute({
  ...under,
  path: '/card',
  component: lazyPage(() => import('../features/patrons/card/card-page.tsx'), 'CardPage'),
});
const welcome = createRoute({
  ...under,
  path: '/welcome',
  component: lazyPage(() => import('../features/membership/welcome/welcome-page.tsx'), 'WelcomePage'),
});
const trust = createRoute({
  ...under,
  path: '/trust',
  component: lazyPage(() => import('../features/membership/trust/trust-page.tsx'), 'TrustPage'),
});
const signUp = createRoute({
  ...under,
  path: '/sign-up',
  component: lazyPage(() => import('../features/patrons/sign-up/sign-up-page.tsx'), 'SignUpPage'),
});
const forgottenPin = createRoute({
  ...under,
  path: '/forgotten-pin',
  component: lazyPage(() => import('../features/patrons/forgotten-pin/forgotten-pin-page.tsx'), 'ForgottenPinPage'),
});
const signedIn = createRoute({
  ...under,
  path: '/signed-in',
  component: lazyPage(() => import('../features/membership/sign-in/signed-in-page.tsx'), 'SignedInPage'),
});
const today = createRoute({
  ...under,
  path: '/today',
  component: lazyPage(() => import('../features/analytics/today/today-page.tsx'), 'TodayPage'),
});
const desk = createRoute({
  ...under,
  path: '/desk',
  component: lazyPage(() => import('../features/circulation/desk/desk-page.tsx'), 'DeskPage'),
});
const courier = createRoute({
  ...under,
  path: '/holds/courier',
  component: lazyPage(() => import('../features/circulation/courier/courier-page.tsx'), 'CourierPage'),
});
const holdLists = createRoute({
  ...under,
  path: '/holds/$list',
  component: lazyPage(() => import('../features/circulation/holds/holds-page.tsx'), 'HoldsPage'),
});
const machines = createRoute({
  ...under,
  path: '/machines',
  component: lazyPage(() => import('../features/membership/machines/machines-page.tsx'), 'MachinesPage'),
});
const webhooks = createRoute({
  ...under,
  path: '/webhooks',
  component: lazyPage(() => import('../features/webhooks/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});
const audit = createRoute({
  ...under,
  path: '/audit',
  validateSearch: (
    search: Record<string, unknown>,
  ): { member?: string; month?: string; subject?: string; by?: string } => {
    const [month, subject, by] = [monthText(search.month), text(search.subject), text(search.by)];
    return { ...memberOnly(search), ...(month && { month }), ...(subject && { subject }), ...(by && { by }) };
  },
  component: lazyPage(() => import('../features/membership/audit/audit-page.tsx'), 'AuditPage'),
});
const names = createRoute({
  ...under,
  path: '/names',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/membership/names/names-page.tsx'), 'NamesPage'),
});
const homeContent = createRoute({
  ...under,
  path: '/home-content',
  validateSearch: only({ member: text, record: text }),
  component: lazyPage(() => import('../features/discovery/home-content/home-content-page.tsx'), 'HomeContentPage'),
});
const coverProviders = createRoute({
  ...under,
  path: '/cover-providers',
  component: lazyPage(
    () => import('../features/discovery/cover-providers/cover-providers-page.tsx'),
    'CoverProvidersPage',
  ),
});
const setUp = createRoute({
  ...under,
  path: '/set-up',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/membership/set-up/set-up-page.tsx'), 'SetUpPage'),
});
const day = createRoute({
  ...under,
  path: '/day',
  component: lazyPage(() => import('../features/circulation/day/day-page.tsx'), 'DayPage'),
});
const sharedDesks = createRoute({
  ...under,
  path: '/shared-desks',
  component: lazyPage(() => import('../features/membership/shared-desks/shared-desks-page.tsx'), 'SharedDesksPage'),
});
const myCode = createRoute({
  ...under,
  path: '/my-code',
  component: lazyPage(() => import('../features/membership/shared-desks/my-code-page.tsx'), 'MyCodePage'),
});
const practice = createRoute({
  ...under,
  path: '/practice',
  component: lazyPage(() => import('../features/membership/practice/practice-page.tsx'), 'PracticePage'),
});
const libraries = createRoute({
  ...under,
  path: '/libraries',
  component: lazyPage(() => import('../features/membership/libraries/libraries-page.tsx'), 'LibrariesPage'),
});
const branchPage = createRoute({
  ...under,
  path: '/libraries/$memberId/$branch',
  component: lazyPage(() => import('../features/membership/libraries/branch-page.tsx'), 'BranchPage'),
});
const branches = createRoute({
  ...under,
  path: '/branches',
  component: lazyPage(() => import('../features/membership/branches/branches-page.tsx'), 'BranchesPage'),
});
const queue = createRoute({
  ...under,
  path: '/holds/queue/$recordId',
  component: lazyPage(() => import('../features/circulation/holds/queue-page.tsx'), 'QueuePage'),
});
const deviceTransactions = createRoute({
  ...under,
  path: '/device-transactions',
  component: lazyPage(
    () => import('../features/circulation/devices/device-transactions-page.tsx'),
    'DeviceTransactionsPage',
  ),
});
const late = createRoute({
  ...under,
  path: '/late-list',
  component: lazyPage(() => import('../features/circulation/late-list/late-list-page.tsx'), 'LateListPage'),
});
const till = createRoute({
  ...under,
  path: '/till',
  component: lazyPage(() => import('../features/circulation/till/till-page.tsx'), 'TillPage'),
});
const ledgers = createRoute({
  ...under,
  path: '/money/$month',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/finance/ledgers/ledgers-page.tsx'), 'LedgersPage'),
});
const notices = createRoute({
  ...under,
  path: '/notices',
  component: lazyPage(() => import('../features/notices/notices/notices-page.tsx'), 'NoticesPage'),
});
const shelfCheck = createRoute({
  ...under,
  path: '/shelf-check',
  component: lazyPage(() => import('../features/catalogue/shelf-check/shelf-check-page.tsx'), 'ShelfCheckPage'),
});
const loans = createRoute({
  ...under,
  path: '/loans',
  validateSearch: (search: Record<string, unknown>): { side?: Side; group?: string } => {
    const group = text(search.group);
    return { ...(search.side === 'supplier' && { side: 'supplier' as const }), ...(group && { group }) };
  },
  component: lazyPage(() => import('../features/resource-sharing/requests/requests-page.tsx'), 'RequestsPage'),
});
const loan = createRoute({
  ...under,
  path: '/loans/$requestId',
  component: lazyPage(() => import('../features/resource-sharing/request/request-page.tsx'), 'RequestPage'),
});
const partners = createRoute({
  ...under,
  path: '/partners',
  component: lazyPage(() => import('../features/resource-sharing/partners/partners-page.tsx'), 'PartnersPage'),
});
const partner = createRoute({
  ...under,
  path: '/partners/$partnerId',
  component: lazyPage(() => import('../features/resource-sharing/partners/partners-page.tsx'), 'PartnerPage'),
});
const loanReports = createRoute({
  ...under,
  path: '/loan-reports',
  validateSearch: spanSearch,
  component: lazyPage(() => import('../features/resource-sharing/reports/reports-page.tsx'), 'ReportsPage'),
});
const copyright = createRoute({
  ...under,
  path: '/copyright',
  validateSearch: (search: Record<string, unknown>): { year?: string; member?: string } => {
    const [year, member] = [text(search.year), text(search.member)];
    return { ...(year && /^\d{4}$/.test(year) && { year }), ...(member && { member }) };
  },
  component: lazyPage(() => import('../features/resource-sharing/copyright/copyright-page.tsx'), 'CopyrightPage'),
});
const loanCounts = createRoute({
  ...under,
  path: '/loan-counts',
  validateSearch: spanSearch,
  component: lazyPage(() => import('../features/analytics/loan-counts/loan-counts-page.tsx'), 'LoanCountsPage'),
});
const value = createRoute({
  ...under,
  path: '/value',
  // The page checks the assumptions (`enteredOf`).
  validateSearch: only({
    ...{ from: monthText, to: monthText, member: text },
    ...{ low: figure, middle: figure, high: figure, own: figure, minutes: figure, wage: figure, cash: figure },
  }),
  component: lazyPage(() => import('../features/analytics/value/value-page.tsx'), 'ValuePage'),
});
const month = createRoute({
  ...under,
  path: '/months/$month',
  validateSearch: monthSearch,
  component: lazyPage(() => import('../features/finance/month/month-page.tsx'), 'MonthPage'),
});
const workbench = createRoute({
  ...under,
  path: '/workbench',
  component: lazyPage(() => import('../features/finance/workbench/workbench-page.tsx'), 'WorkbenchPage'),
});
const figures = createRoute({
  ...under,
  path: '/workbench/figures',
  component: lazyPage(() => import('../features/finance/workbench/figures-page.tsx'), 'FiguresPage'),
});
const compare = createRoute({
  ...under,
  path: '/workbench/compare',
  validateSearch: only({ one: text, other: text }),
  component: lazyPage(() => import('../features/finance/workbench/compare-page.tsx'), 'ComparePage'),
});
const scenario = createRoute({
  ...under,
  path: '/workbench/$scenarioId',
  component: lazyPage(() => import('../features/finance/workbench/scenario-page.tsx'), 'ScenarioPage'),
});
const reconciliation = createRoute({
  ...under,
  path: '/reconciliation/$month',
  component: lazyPage(() => import('../features/finance/reconciliation/reconciliation-page.tsx'), 'ReconciliationPage'),
});
const periods = createRoute({
  ...under,
  path: '/periods',
  component: lazyPage(() => import('../features/finance/periods/periods-page.tsx'), 'PeriodsPage'),
});
const prices = createRoute({
  ...under,
  path: '/prices',
  component: lazyPage(() => import('../features/finance/prices/prices-page.tsx'), 'PricesPage'),
});
const membersThen = createRoute({
  ...under,
  path: '/members',
  component: lazyPage(() => import('../features/membership/members/members-page.tsx'), 'MembersPage'),
});
const departments = createRoute({
  ...under,
  path: '/departments',
  component: lazyPage(() => import('../features/patrons/departments/departments-page.tsx'), 'DepartmentsPage'),
});
const digitalCollections = createRoute({
  ...under,
  path: '/digital-collections',
  component: lazyPage(() => import('../features/digital-lending/collections/collections-page.tsx'), 'CollectionsPage'),
});
const newLibrary = createRoute({
  ...under,
  path: '/new-library',
  component: lazyPage(() => import('../features/membership/new-library/new-library-page.tsx'), 'NewLibraryPage'),
});
const staff = createRoute({
  ...under,
  path: '/staff',
  component: lazyPage(() => import('../features/membership/staff/staff-page.tsx'), 'StaffPage'),
});
const patrons = createRoute({
  ...under,
  path: '/patrons',
  component: lazyPage(() => import('../features/patrons/search/patrons-page.tsx'), 'PatronsPage'),
});
const newPatron = createRoute({
  ...under,
  path: '/patrons/new',
  component: lazyPage(() => import('../features/patrons/register/register-page.tsx'), 'RegisterPage'),
});
const patronRecord = createRoute({
  ...under,
  path: '/patrons/$patronId',
  component: lazyPage(() => import('../features/patrons/record/patron-page.tsx'), 'PatronPage'),
});
const signUps = createRoute({
  ...under,
  path: '/patrons/sign-ups',
  component: lazyPage(() => import('../features/patrons/sign-ups/sign-ups-page.tsx'), 'SignUpsPage'),
});
const expiringCards = createRoute({
  ...under,
  path: '/patrons/expiring',
  component: lazyPage(() => import('../features/patrons/expiring/expiring-page.tsx'), 'ExpiringPage'),
});
const duplicatePatrons = createRoute({
  ...under,
  path: '/patrons/duplicates',
  component: lazyPage(() => import('../features/patrons/duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
});
const patronChanges = createRoute({
  ...under,
  path: '/patron-changes',
  component: lazyPage(() => import('../features/patrons/changes/patron-changes-page.tsx'), 'PatronChangesPage'),
});
const pinRules = createRoute({
  ...under,
  path: '/pin-rules',
  component: lazyPage(() => import('../features/patrons/pin-rules/pin-rules-page.tsx'), 'PinRulesPage'),
});
const patronRules = createRoute({
  ...under,
  path: '/patron-rules',
  component: lazyPage(() => import('../features/patrons/patron-rules/patron-rules-page.tsx'), 'PatronRulesPage'),
});
const targetingRules = createRoute({
  ...under,
  path: '/targeting-rules',
  component: lazyPage(
    () => import('../features/circulation/targeting-rules/targeting-rules-page.tsx'),
    'TargetingRulesPage',
  ),
});
const movementRules = createRoute({
  ...under,
  path: '/movement-rules',
  component: lazyPage(
    () => import('../features/circulation/movement-rules/movement-rules-page.tsx'),
    'MovementRulesPage',
  ),
});
const generalLoanRules = createRoute({
  ...under,
  path: '/general-loan-rules',
  component: lazyPage(
    () => import('../features/circulation/general-loan-rules/general-loan-rules-page.tsx'),
    'GeneralLoanRulesPage',
  ),
});
const freeTier = createRoute({
  ...under,
  path: '/free-tier',
  component: lazyPage(() => import('../features/finance/cost-rules/free-tier-page.tsx'), 'FreeTierPage'),
});
const attribution = createRoute({
  ...under,
  path: '/attribution',
  component: lazyPage(() => import('../features/finance/cost-rules/attribution-page.tsx'), 'AttributionPage'),
});
const billingRules = createRoute({
  ...under,
  path: '/billing-rules',
  component: lazyPage(() => import('../features/finance/cost-rules/billing-rules-page.tsx'), 'BillingRulesPage'),
});
const proposals = createRoute({
  ...under,
  path: '/proposals',
  component: lazyPage(() => import('../features/governance/proposals/proposals-page.tsx'), 'ProposalsPage'),
});
const newProposal = createRoute({
  ...under,
  path: '/proposals/new',
  component: lazyPage(() => import('../features/governance/proposal/write-proposal-page.tsx'), 'NewProposalPage'),
});
const proposal = createRoute({
  ...under,
  path: '/proposals/$proposalId',
  component: lazyPage(() => import('../features/governance/proposal/proposal-page.tsx'), 'ProposalPage'),
});
const editProposal = createRoute({
  ...under,
  path: '/proposals/$proposalId/edit',
  component: lazyPage(() => import('../features/governance/proposal/write-proposal-page.tsx'), 'EditProposalPage'),
});
const bodies = createRoute({
  ...under,
  path: '/bodies',
  component: lazyPage(() => import('../features/governance/bodies/bodies-page.tsx'), 'BodiesPage'),
});
const body = createRoute({
  ...under,
  path: '/bodies/$bodyId',
  component: lazyPage(() => import('../features/governance/bodies/bodies-page.tsx'), 'BodyPage'),
});
const mySeats = createRoute({
  ...under,
  path: '/my-seats',
  component: lazyPage(() => import('../features/governance/my-seats/my-seats-page.tsx'), 'MySeatsPage'),
});
const meeting = createRoute({
  ...under,
  path: '/bodies/$bodyId/$meetingId',
  component: lazyPage(() => import('../features/governance/bodies/bodies-page.tsx'), 'MeetingPage'),
});
const decisions = createRoute({
  ...under,
  path: '/decisions',
  component: lazyPage(() => import('../features/governance/decisions/decisions-page.tsx'), 'DecisionsPage'),
});
const exceptions = createRoute({
  ...under,
  path: '/exceptions',
  component: lazyPage(() => import('../features/governance/exceptions/exceptions-page.tsx'), 'ExceptionsPage'),
});
const bylaws = createRoute({
  ...under,
  path: '/bylaws',
  component: lazyPage(() => import('../features/governance/bylaws/bylaws-page.tsx'), 'BylawsPage'),
});
const matchRules = createRoute({
  ...under,
  path: '/match-rules',
  component: lazyPage(() => import('../features/catalogue/match-rules/match-rules-page.tsx'), 'MatchRulesPage'),
});
const shownHeadings = createRoute({
  ...under,
  path: '/shown-headings',
  component: lazyPage(
    () => import('../features/catalogue/shown-headings/shown-headings-page.tsx'),
    'ShownHeadingsPage',
  ),
});
const unionRules = createRoute({
  ...under,
  path: '/union-rules',
  component: lazyPage(() => import('../features/catalogue/union-rules/union-rules-page.tsx'), 'UnionRulesPage'),
});
const ruleBounds = createRoute({
  ...under,
  path: '/rule-bounds',
  component: lazyPage(() => import('../features/circulation/rule-bounds/rule-bounds-page.tsx'), 'RuleBoundsPage'),
});
const sharingRules = createRoute({
  ...under,
  path: '/sharing-rules',
  component: lazyPage(
    () => import('../features/resource-sharing/sharing-rules/sharing-rules-page.tsx'),
    'SharingRulesPage',
  ),
});
const holdRules = createRoute({
  ...under,
  path: '/hold-rules',
  component: lazyPage(() => import('../features/circulation/hold-rules/hold-rules-page.tsx'), 'HoldRulesPage'),
});
const loanRules = createRoute({
  ...under,
  path: '/loan-rules',
  component: lazyPage(() => import('../features/circulation/loan-rules/loan-rules-page.tsx'), 'LoanRulesPage'),
});
const limits = createRoute({
  ...under,
  path: '/limits',
  component: lazyPage(() => import('../features/circulation/limits/limits-page.tsx'), 'LimitsPage'),
});
const noticeRules = createRoute({
  ...under,
  path: '/notice-rules',
  component: lazyPage(() => import('../features/notices/notice-rules/notice-rules-page.tsx'), 'NoticeRulesPage'),
});
const fees = createRoute({
  ...under,
  path: '/fees',
  component: lazyPage(() => import('../features/circulation/fees/fees-page.tsx'), 'FeesPage'),
});
const debtRules = createRoute({
  ...under,
  path: '/debt-rules',
  component: lazyPage(() => import('../features/circulation/debt-rules/debt-rules-page.tsx'), 'DebtRulesPage'),
});
const costs = createRoute({
  ...under,
  path: '/costs',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/finance/costs/costs-page.tsx'), 'CostsPage'),
});
const budgets = createRoute({
  ...under,
  path: '/budgets',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/finance/budgets/budgets-page.tsx'), 'BudgetsPage'),
});
const funds = createRoute({
  ...under,
  path: '/funds',
  validateSearch: only({ member: text, year: text }),
  component: lazyPage(() => import('../features/acquisitions/funds/funds-page.tsx'), 'FundsPage'),
});
const yearEnd = createRoute({
  ...under,
  path: '/funds/year-end',
  validateSearch: only({ member: text, year: text }),
  component: lazyPage(() => import('../features/acquisitions/year-end/year-end-page.tsx'), 'YearEndPage'),
});
const orders = createRoute({
  ...under,
  path: '/orders',
  validateSearch: only({ member: text, state: text, vendor: text, fund: text }),
  component: lazyPage(() => import('../features/acquisitions/orders/orders-page.tsx'), 'OrdersPage'),
});
const order = createRoute({
  ...under,
  path: '/orders/$orderId',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/acquisitions/orders/orders-page.tsx'), 'OrderPage'),
});
const invoices = createRoute({
  ...under,
  path: '/invoices',
  validateSearch: only({ member: text, state: text, vendor: text, fund: text, order: text, enter: text }),
  component: lazyPage(() => import('../features/acquisitions/invoices/invoices-page.tsx'), 'InvoicesPage'),
});
const invoice = createRoute({
  ...under,
  path: '/invoices/$invoiceId',
  validateSearch: memberOnly,
  component: lazyPage(() => import('../features/acquisitions/invoices/invoices-page.tsx'), 'InvoicePage'),
});
const serials = createRoute({
  ...under,
  path: '/serials',
  validateSearch: only({ member: text, at: text }),
  component: lazyPage(() => import('../features/acquisitions/serials/serials-page.tsx'), 'SerialsPage'),
});
const ownStatement = createRoute({
  ...under,
  path: '/statements',
  component: lazyPage(() => import('../features/finance/statements/own-statement-page.tsx'), 'OwnStatementPage'),
});
const statement = createRoute({
  ...under,
  path: '/statements/$month/$memberId',
  validateSearch: only({ line: text }),
  component: lazyPage(() => import('../features/finance/statements/statement-page.tsx'), 'StatementPage'),
});
const memberAccount = createRoute({
  ...under,
  path: '/accounts/$memberId',
  validateSearch: only({ from: dayText, to: dayText }),
  component: lazyPage(() => import('../features/finance/accounts/member-account-page.tsx'), 'MemberAccountPage'),
});
const books = createRoute({
  ...under,
  path: '/books',
  validateSearch: only({ to: monthText, months: text }),
  component: lazyPage(() => import('../features/finance/books/books-page.tsx'), 'BooksPage'),
});
const bank = createRoute({
  ...under,
  path: '/bank',
  validateSearch: only({ statement: text }),
  component: lazyPage(() => import('../features/finance/bank/bank-page.tsx'), 'BankPage'),
});
const codes = createRoute({
  ...under,
  path: '/accounts/$memberId/codes',
  component: lazyPage(() => import('../features/finance/account-codes/account-codes-page.tsx'), 'AccountCodesPage'),
});
const trueUp = createRoute({
  ...under,
  path: '/workbench/$scenarioId/true-up',
  component: lazyPage(() => import('../features/finance/true-up/true-up-page.tsx'), 'TrueUpPage'),
});
const estimate = createRoute({
  ...under,
  path: '/estimate',
  validateSearch: (search: Record<string, unknown>): Asked => search,
  component: lazyPage(() => import('../features/finance/estimate/estimate-page.tsx'), 'EstimatePage'),
});
const requests = createRoute({
  ...under,
  path: '/days/$day',
  validateSearch: (search: Record<string, unknown>): { member: string; operation: string } => ({
    member: text(search.member) ?? '',
    operation: text(search.operation) ?? '',
  }),
  component: lazyPage(() => import('../features/finance/month/metered-requests-page.tsx'), 'MeteredRequestsPage'),
});

/** All routes. Search parameters stay plain text, so that an address reads like the API's own query. */
export const router = createRouter({
  routeTree: root.addChildren([
    loanCounts,
    value,
    home,
    search,
    record,
    browse,
    union,
    edit,
    possibleDuplicates,
    fastAdded,
    cataloguing,
    itemChanges,
    itemChange,
    recordChanges,
    recordChange,
    itemTemplates,
    newItem,
    newRecord,
    labels,
    copyRecords,
    copyTargets,
    copy,
    visibility,
    lastCopies,
    protectedFields,
    loads,
    load,
    migrations,
    migration,
    itemMapping,
    courses,
    classes,
    schoolClass,
    schoolYear,
    myClasses,
    reserves,
    courseReserves,
    course,
    openUrl,
    cite,
    account,
    payment,
    onlinePayments,
    paymentAccounts,
    lists,
    searches,
    sharedList,
    list,
    children,
    card,
    signIn,
    welcome,
    trust,
    signUp,
    forgottenPin,
    signedIn,
    today,
    desk,
    courier,
    holdLists,
    queue,
    libraries,
    branchPage,
    machines,
    webhooks,
    audit,
    names,
    homeContent,
    coverProviders,
    setUp,
    day,
    sharedDesks,
    myCode,
    practice,
    branches,
    late,
    deviceTransactions,
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
    departments,
    digitalCollections,
    newLibrary,
    staff,
    patrons,
    newPatron,
    patronRecord,
    signUps,
    expiringCards,
    duplicatePatrons,
    patronChanges,
    pinRules,
    patronRules,
    targetingRules,
    movementRules,
    generalLoanRules,
    freeTier,
    attribution,
    billingRules,
    matchRules,
    shownHeadings,
    proposals,
    bodies,
    body,
    mySeats,
    meeting,
    decisions,
    newProposal,
    proposal,
    editProposal,
    exceptions,
    bylaws,
    unionRules,
    ruleBounds,
    sharingRules,
    holdRules,
    loanRules,
    limits,
    noticeRules,
    fees,
    debtRules,
    costs,
    budgets,
    funds,
    yearEnd,
    orders,
    invoices,
    invoice,
    serials,
    order,
    ownStatement,
    statement,
    memberAccount,
    books,
    bank,
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
  defaultPendingComponent: PagePending,
  defaultErrorComponent: ({ error, reset }) => <FailedNotice thrown={error} again={reset} />,
  // A repeated parameter is a list: citation links repeat an author or an id.
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
