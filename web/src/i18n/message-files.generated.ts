// Generated from the messages that pages use by npm run gen.
/** A file of messages, of the same name in every language. */
export type MessageFile =
  | 'account'
  | 'accounts'
  | 'amendments'
  | 'areas'
  | 'attribution'
  | 'audit'
  | 'ballot-methods'
  | 'bank'
  | 'billing-rules'
  | 'bodies'
  | 'books'
  | 'branches'
  | 'browse'
  | 'budgets'
  | 'bylaws'
  | 'card'
  | 'catalogue'
  | 'cataloguing'
  | 'changed-headings'
  | 'children'
  | 'citation'
  | 'classes'
  | 'closings'
  | 'contact'
  | 'copies'
  | 'copying'
  | 'copyright'
  | 'costs'
  | 'courier'
  | 'covers'
  | 'day'
  | 'debt-rules'
  | 'departments'
  | 'desk-acts'
  | 'desk-lock'
  | 'desk-money'
  | 'desk-refusals'
  | 'desk'
  | 'devices'
  | 'digital-collections'
  | 'e-books'
  | 'editing'
  | 'estimate'
  | 'exceptions'
  | 'exports'
  | 'fast-add'
  | 'find'
  | 'fixed-fields'
  | 'form'
  | 'free-tier'
  | 'funds'
  | 'general-loan-rules'
  | 'help'
  | 'hold-queue'
  | 'hold-rules'
  | 'holds'
  | 'home-content'
  | 'home'
  | 'hours'
  | 'invoices'
  | 'item-acts'
  | 'item-changes'
  | 'item-mapping'
  | 'labels'
  | 'late'
  | 'layout'
  | 'limits'
  | 'lists'
  | 'load-reasons'
  | 'loads'
  | 'loan-counts'
  | 'loan-money'
  | 'loan-reports'
  | 'loan-rules'
  | 'loan-states'
  | 'loan-steps'
  | 'loan'
  | 'loans'
  | 'machines'
  | 'marc-fields'
  | 'match-rules'
  | 'member-details'
  | 'meters'
  | 'migration-reasons'
  | 'migration'
  | 'money'
  | 'months-choice'
  | 'movement-rules'
  | 'my-classes'
  | 'my-code'
  | 'my-data'
  | 'names'
  | 'new-library'
  | 'new-record'
  | 'notice-rules'
  | 'notices'
  | 'offline'
  | 'online-money'
  | 'online-payments'
  | 'opt-in'
  | 'orders'
  | 'own-values'
  | 'partners'
  | 'patron-changes'
  | 'patron-record'
  | 'patron-refusals'
  | 'patron-rules'
  | 'patron'
  | 'patrons'
  | 'periods'
  | 'pin-rules'
  | 'policies'
  | 'practice'
  | 'prices'
  | 'problems'
  | 'reading'
  | 'reconciliation'
  | 'record-changes'
  | 'record'
  | 'refusals'
  | 'related'
  | 'requests'
  | 'reserves'
  | 'rule-bounds'
  | 'rule-effects'
  | 'rule-proposals'
  | 'scans'
  | 'search-parts'
  | 'searches'
  | 'session-lock'
  | 'set-up'
  | 'settled-bills'
  | 'shared-desks'
  | 'sharing-rules'
  | 'ship-scan'
  | 'shown-headings'
  | 'sign-up'
  | 'staff-shell'
  | 'staff'
  | 'statements'
  | 'targeting-rules'
  | 'targeting-why'
  | 'teaching'
  | 'text-messages'
  | 'today'
  | 'tour'
  | 'trust'
  | 'union-rules'
  | 'union'
  | 'upload'
  | 'value'
  | 'visibility'
  | 'voting'
  | 'webhooks'
  | 'welcome'
  | 'where-now'
  | 'workbench'
  | 'year-end';
/** The key of a message. */
export type MessageKey =
  | keyof typeof import('./en/account.ts').account
  | keyof typeof import('./en/accounts.ts').accounts
  | keyof typeof import('./en/amendments.ts').amendments
  | keyof typeof import('./en/areas.ts').areas
  | keyof typeof import('./en/attribution.ts').attribution
  | keyof typeof import('./en/audit.ts').audit
  | keyof typeof import('./en/ballot-methods.ts').ballotMethods
  | keyof typeof import('./en/bank.ts').bank
  | keyof typeof import('./en/billing-rules.ts').billingRules
  | keyof typeof import('./en/bodies.ts').bodies
  | keyof typeof import('./en/books.ts').books
  | keyof typeof import('./en/branches.ts').branches
  | keyof typeof import('./en/browse.ts').browse
  | keyof typeof import('./en/budgets.ts').budgets
  | keyof typeof import('./en/bylaws.ts').bylaws
  | keyof typeof import('./en/card.ts').card
  | keyof typeof import('./en/catalogue.ts').catalogue
  | keyof typeof import('./en/cataloguing.ts').cataloguing
  | keyof typeof import('./en/changed-headings.ts').changedHeadings
  | keyof typeof import('./en/children.ts').children
  | keyof typeof import('./en/citation.ts').citation
  | keyof typeof import('./en/classes.ts').classes
  | keyof typeof import('./en/closings.ts').closings
  | keyof typeof import('./en/contact.ts').contact
  | keyof typeof import('./en/copies.ts').copies
  | keyof typeof import('./en/copying.ts').copying
  | keyof typeof import('./en/copyright.ts').copyright
  | keyof typeof import('./en/costs.ts').costs
  | keyof typeof import('./en/courier.ts').courier
  | keyof typeof import('./en/covers.ts').covers
  | keyof typeof import('./en/day.ts').day
  | keyof typeof import('./en/debt-rules.ts').debtRules
  | keyof typeof import('./en/departments.ts').departments
  | keyof typeof import('./en/desk-acts.ts').deskActs
  | keyof typeof import('./en/desk-lock.ts').deskLock
  | keyof typeof import('./en/desk-money.ts').deskMoney
  | keyof typeof import('./en/desk-refusals.ts').deskRefusals
  | keyof typeof import('./en/desk.ts').desk
  | keyof typeof import('./en/devices.ts').devices
  | keyof typeof import('./en/digital-collections.ts').digitalCollections
  | keyof typeof import('./en/e-books.ts').eBooks
  | keyof typeof import('./en/editing.ts').editing
  | keyof typeof import('./en/estimate.ts').estimate
  | keyof typeof import('./en/exceptions.ts').exceptions
  | keyof typeof import('./en/exports.ts').exports
  | keyof typeof import('./en/fast-add.ts').fastAdd
  | keyof typeof import('./en/find.ts').find
  | keyof typeof import('./en/fixed-fields.ts').fixedFields
  | keyof typeof import('./en/form.ts').form
  | keyof typeof import('./en/free-tier.ts').freeTier
  | keyof typeof import('./en/funds.ts').funds
  | keyof typeof import('./en/general-loan-rules.ts').generalLoanRules
  | keyof typeof import('./en/help.ts').help
  | keyof typeof import('./en/hold-queue.ts').holdQueue
  | keyof typeof import('./en/hold-rules.ts').holdRules
  | keyof typeof import('./en/holds.ts').holds
  | keyof typeof import('./en/home-content.ts').homeContent
  | keyof typeof import('./en/home.ts').home
  | keyof typeof import('./en/hours.ts').hours
  | keyof typeof import('./en/invoices.ts').invoices
  | keyof typeof import('./en/item-acts.ts').itemActs
  | keyof typeof import('./en/item-changes.ts').itemChanges
  | keyof typeof import('./en/item-mapping.ts').itemMapping
  | keyof typeof import('./en/labels.ts').labels
  | keyof typeof import('./en/late.ts').late
  | keyof typeof import('./en/layout.ts').layout
  | keyof typeof import('./en/limits.ts').limits
  | keyof typeof import('./en/lists.ts').lists
  | keyof typeof import('./en/load-reasons.ts').loadReasons
  | keyof typeof import('./en/loads.ts').loads
  | keyof typeof import('./en/loan-counts.ts').loanCounts
  | keyof typeof import('./en/loan-money.ts').loanMoney
  | keyof typeof import('./en/loan-reports.ts').loanReports
  | keyof typeof import('./en/loan-rules.ts').loanRules
  | keyof typeof import('./en/loan-states.ts').loanStates
  | keyof typeof import('./en/loan-steps.ts').loanSteps
  | keyof typeof import('./en/loan.ts').loan
  | keyof typeof import('./en/loans.ts').loans
  | keyof typeof import('./en/machines.ts').machines
  | keyof typeof import('./en/marc-fields.ts').marcFields
  | keyof typeof import('./en/match-rules.ts').matchRules
  | keyof typeof import('./en/member-details.ts').memberDetails
  | keyof typeof import('./en/meters.ts').meters
  | keyof typeof import('./en/migration-reasons.ts').migrationReasons
  | keyof typeof import('./en/migration.ts').migration
  | keyof typeof import('./en/money.ts').money
  | keyof typeof import('./en/months-choice.ts').monthsChoice
  | keyof typeof import('./en/movement-rules.ts').movementRules
  | keyof typeof import('./en/my-classes.ts').myClasses
  | keyof typeof import('./en/my-code.ts').myCode
  | keyof typeof import('./en/my-data.ts').myData
  | keyof typeof import('./en/names.ts').names
  | keyof typeof import('./en/new-library.ts').newLibrary
  | keyof typeof import('./en/new-record.ts').newRecord
  | keyof typeof import('./en/notice-rules.ts').noticeRules
  | keyof typeof import('./en/notices.ts').notices
  | keyof typeof import('./en/offline.ts').offline
  | keyof typeof import('./en/online-money.ts').onlineMoney
  | keyof typeof import('./en/online-payments.ts').onlinePayments
  | keyof typeof import('./en/opt-in.ts').optIn
  | keyof typeof import('./en/orders.ts').orders
  | keyof typeof import('./en/own-values.ts').ownValues
  | keyof typeof import('./en/partners.ts').partners
  | keyof typeof import('./en/patron-changes.ts').patronChanges
  | keyof typeof import('./en/patron-record.ts').patronRecord
  | keyof typeof import('./en/patron-refusals.ts').patronRefusals
  | keyof typeof import('./en/patron-rules.ts').patronRules
  | keyof typeof import('./en/patron.ts').patron
  | keyof typeof import('./en/patrons.ts').patrons
  | keyof typeof import('./en/periods.ts').periods
  | keyof typeof import('./en/pin-rules.ts').pinRules
  | keyof typeof import('./en/policies.ts').policies
  | keyof typeof import('./en/practice.ts').practice
  | keyof typeof import('./en/prices.ts').prices
  | keyof typeof import('./en/problems.ts').problems
  | keyof typeof import('./en/reading.ts').reading
  | keyof typeof import('./en/reconciliation.ts').reconciliation
  | keyof typeof import('./en/record-changes.ts').recordChanges
  | keyof typeof import('./en/record.ts').record
  | keyof typeof import('./en/refusals.ts').refusals
  | keyof typeof import('./en/related.ts').related
  | keyof typeof import('./en/requests.ts').requests
  | keyof typeof import('./en/reserves.ts').reserves
  | keyof typeof import('./en/rule-bounds.ts').ruleBounds
  | keyof typeof import('./en/rule-effects.ts').ruleEffects
  | keyof typeof import('./en/rule-proposals.ts').ruleProposals
  | keyof typeof import('./en/scans.ts').scans
  | keyof typeof import('./en/search-parts.ts').searchParts
  | keyof typeof import('./en/searches.ts').searches
  | keyof typeof import('./en/session-lock.ts').sessionLock
  | keyof typeof import('./en/set-up.ts').setUp
  | keyof typeof import('./en/settled-bills.ts').settledBills
  | keyof typeof import('./en/shared-desks.ts').sharedDesks
  | keyof typeof import('./en/sharing-rules.ts').sharingRules
  | keyof typeof import('./en/ship-scan.ts').shipScan
  | keyof typeof import('./en/shown-headings.ts').shownHeadings
  | keyof typeof import('./en/sign-up.ts').signUp
  | keyof typeof import('./en/staff-shell.ts').staffShell
  | keyof typeof import('./en/staff.ts').staff
  | keyof typeof import('./en/statements.ts').statements
  | keyof typeof import('./en/targeting-rules.ts').targetingRules
  | keyof typeof import('./en/targeting-why.ts').targetingWhy
  | keyof typeof import('./en/teaching.ts').teaching
  | keyof typeof import('./en/text-messages.ts').textMessages
  | keyof typeof import('./en/today.ts').today
  | keyof typeof import('./en/tour.ts').tour
  | keyof typeof import('./en/trust.ts').trust
  | keyof typeof import('./en/union-rules.ts').unionRules
  | keyof typeof import('./en/union.ts').union
  | keyof typeof import('./en/upload.ts').upload
  | keyof typeof import('./en/value.ts').value
  | keyof typeof import('./en/visibility.ts').visibility
  | keyof typeof import('./en/voting.ts').voting
  | keyof typeof import('./en/webhooks.ts').webhooks
  | keyof typeof import('./en/welcome.ts').welcome
  | keyof typeof import('./en/where-now.ts').whereNow
  | keyof typeof import('./en/workbench.ts').workbench
  | keyof typeof import('./en/year-end.ts').yearEnd;
/** The files that are loaded with the app. */
export const initialFiles: readonly MessageFile[] = ['catalogue', 'layout', 'problems'];
/** The files that are loaded with a lazy component, by its name. */
export const filesOf: Readonly<Record<string, readonly MessageFile[]>> = {
  AccessTab: ['desk-refusals', 'patron', 'refusals'],
  AccountCodesPage: ['accounts', 'refusals', 'statements', 'workbench', 'year-end'],
  AccountPage: ['account'],
  Amendments: ['amendments', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  Ask: ['refusals', 'requests'],
  AskForm: ['form', 'patrons', 'refusals', 'sign-up'],
  AskForPatron: ['citation', 'loan', 'loans', 'refusals', 'requests'],
  AttributionPage: ['attribution', 'desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  AuditPage: ['audit', 'staff'],
  AuthorityLookup: ['editing'],
  BankPage: ['accounts', 'bank', 'books', 'money', 'periods', 'refusals'],
  BillingRulesPage: ['billing-rules', 'books', 'desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'statements', 'voting'],
  BillList: ['account', 'desk-acts', 'desk-money', 'desk-refusals', 'refusals'],
  BillMore: ['desk-acts', 'desk-money', 'desk-refusals', 'refusals'],
  BillsTab: ['desk-acts', 'desk-money', 'desk-refusals', 'patron', 'refusals'],
  BlocksTab: ['desk', 'desk-refusals', 'patron', 'patron-record', 'refusals'],
  BodiesPage: ['bodies', 'periods', 'policies', 'rule-proposals'],
  BodyPage: ['bodies', 'periods', 'policies', 'rule-proposals', 'union'],
  BookDrop: ['item-acts'],
  BooksPage: ['accounts', 'books', 'money', 'periods', 'refusals', 'statements'],
  BranchesPage: ['branches', 'form', 'hours', 'item-changes', 'partners', 'refusals'],
  BranchPage: ['home', 'home-content', 'hours'],
  BrowsePage: ['browse'],
  BudgetsPage: ['budgets', 'desk-refusals', 'periods', 'reconciliation', 'refusals'],
  BylawsPage: ['amendments', 'areas', 'ballot-methods', 'bodies', 'bylaws', 'desk-refusals', 'exceptions', 'limits', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting', 'workbench'],
  CardDialog: ['desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  CardPage: ['card'],
  CataloguingPage: ['cataloguing', 'copies', 'copying', 'fast-add', 'item-changes', 'labels', 'new-record', 'record-changes', 'staff', 'union'],
  ChangedHeadings: ['changed-headings', 'item-changes', 'loads', 'record-changes'],
  ChangeHold: ['hold-queue', 'refusals', 'scans'],
  ChangeRule: ['desk-refusals', 'exceptions', 'limits', 'loan-rules', 'own-values', 'patrons', 'policies', 'prices', 'refusals', 'rule-proposals', 'voting'],
  ChangesTab: ['desk-refusals', 'patron', 'patron-record', 'refusals'],
  ChargeFee: ['desk-money', 'desk-refusals', 'refusals'],
  CheckPayout: ['online-money', 'online-payments', 'refusals', 'union'],
  ChildrenPage: ['children'],
  Chips: [],
  ChoicesForm: ['account', 'notices', 'text-messages', 'voting'],
  CitePage: ['citation', 'loans', 'money'],
  ClassesPage: ['classes', 'desk'],
  ClassPage: ['classes', 'desk'],
  ClassTeachers: ['classes', 'refusals'],
  CloseBranch: ['closings', 'hours', 'refusals'],
  ClosingDates: ['closings'],
  CollectionForm: ['classes', 'digital-collections', 'partners', 'refusals'],
  CollectionsPage: ['digital-collections', 'partners', 'refusals'],
  ComparePage: ['money', 'workbench'],
  ConfirmForm: ['refusals', 'sign-up'],
  ConfirmRequest: ['refusals', 'requests'],
  CopyCourse: ['desk-refusals', 'refusals', 'reserves', 'scans', 'teaching'],
  CopyRecordsPage: ['cataloguing', 'copying', 'desk-refusals', 'editing', 'exceptions', 'marc-fields', 'policies', 'prices', 'rule-proposals', 'union', 'voting'],
  CopyrightPage: ['copyright', 'desk-refusals', 'loan', 'loans', 'refusals'],
  CopyTargetsPage: ['copying', 'desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  CostsPage: ['budgets', 'citation', 'costs', 'desk-refusals', 'money', 'statements'],
  CourierPage: ['courier', 'desk', 'desk-money', 'desk-refusals', 'fast-add', 'hold-queue', 'holds', 'opt-in', 'refusals', 'scans'],
  CourseForm: ['classes', 'desk-refusals', 'form', 'refusals', 'reserves', 'scans', 'teaching'],
  CoursePage: ['record', 'teaching'],
  CourseReservesPage: ['desk', 'desk-refusals', 'record', 'refusals', 'reserves', 'scans', 'teaching'],
  CoursesPage: ['teaching'],
  CoverCredits: ['related'],
  CoverProvidersPage: ['covers', 'partners', 'refusals'],
  DayPage: ['day', 'desk', 'item-changes', 'refusals'],
  DebtRulesPage: ['debt-rules', 'desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  DecisionDialog: ['desk-refusals', 'exceptions', 'hold-queue', 'limits', 'movement-rules', 'policies', 'prices', 'refusals', 'rule-proposals', 'voting'],
  DecisionsPage: ['ballot-methods', 'bodies', 'periods', 'rule-proposals'],
  DepartmentForm: ['classes', 'departments', 'partners', 'refusals'],
  DepartmentsPage: ['departments', 'desk', 'partners', 'refusals'],
  DeskItemActs: ['desk-refusals', 'holds', 'item-acts', 'refusals', 'scans'],
  DeskLock: ['desk-lock'],
  DeskPage: ['areas', 'contact', 'desk', 'desk-acts', 'desk-money', 'desk-refusals', 'fast-add', 'hold-queue', 'item-acts', 'opt-in', 'patron-record', 'refusals', 'scans'],
  DeskSignIn: ['desk-lock'],
  DeviceTransactionsPage: ['desk', 'devices'],
  DuplicatesPage: ['desk', 'desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  EarlierPapers: ['desk', 'scans'],
  EBookState: ['e-books', 'refusals'],
  EditDialog: ['contact', 'departments', 'desk-refusals', 'partners', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  EditProposalPage: ['amendments', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  EditRecordPage: ['cataloguing', 'copying', 'editing', 'marc-fields', 'union'],
  EffectPreview: ['rule-effects', 'rule-proposals', 'voting'],
  EraseDialog: ['desk-refusals', 'patron', 'refusals'],
  EstimatePage: ['citation', 'desk-refusals', 'estimate', 'meters', 'money', 'statements'],
  ExceptionsPage: ['bodies', 'desk-refusals', 'exceptions', 'limits', 'own-values', 'periods', 'policies', 'prices', 'rule-bounds', 'rule-effects', 'rule-proposals', 'voting'],
  ExpiringPage: ['desk', 'desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  FamilyTab: ['desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  FastAdd: ['fast-add', 'item-changes', 'refusals'],
  FastAddedPage: ['cataloguing', 'fast-add', 'union'],
  FeesPage: ['desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  FiguresPage: ['money', 'notices', 'partners', 'refusals', 'workbench'],
  FixedCodes: ['fixed-fields'],
  ForgottenPinPage: ['refusals', 'sign-up'],
  FreeTierPage: ['desk-refusals', 'exceptions', 'free-tier', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  FundsPage: ['funds', 'orders', 'refusals'],
  GeneralLoanRulesPage: ['desk-refusals', 'exceptions', 'general-loan-rules', 'limits', 'loan-rules', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  GrantedExceptions: ['desk-refusals', 'exceptions', 'limits', 'own-values', 'patrons', 'policies', 'prices', 'rule-bounds', 'rule-proposals', 'voting'],
  HelpSheet: ['help'],
  HoldRulesPage: ['desk-refusals', 'exceptions', 'hold-rules', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  Holds: ['account', 'hold-queue', 'holds', 'refusals'],
  HoldsPage: ['desk', 'desk-money', 'desk-refusals', 'fast-add', 'hold-queue', 'holds', 'opt-in', 'refusals', 'scans'],
  HoldsTab: ['desk-money', 'desk-refusals', 'hold-queue', 'patron', 'patrons', 'refusals'],
  HomeContentPage: ['home-content', 'refusals'],
  HomeParts: ['children', 'home', 'home-content', 'hours'],
  HoursVersions: ['branches'],
  ImportPage: ['cataloguing', 'changed-headings', 'desk-acts', 'item-changes', 'load-reasons', 'loads', 'union'],
  ImportsPage: ['cataloguing', 'item-changes', 'item-mapping', 'load-reasons', 'loads', 'union'],
  InvoicePage: ['funds', 'invoices', 'orders', 'refusals', 'union'],
  InvoicesPage: ['funds', 'invoices', 'orders', 'refusals'],
  ItemChangePage: ['cataloguing', 'desk-acts', 'item-changes', 'labels', 'record-changes', 'union'],
  ItemChangesPage: ['cataloguing', 'item-changes', 'record-changes', 'refusals', 'union', 'visibility'],
  ItemHistoryDialog: ['copies', 'desk-refusals', 'item-changes', 'loans', 'refusals', 'union', 'visibility'],
  ItemMappingPage: ['cataloguing', 'editing', 'item-changes', 'item-mapping', 'union'],
  ItemPage: ['cataloguing', 'copies', 'desk-acts', 'desk-refusals', 'hold-queue', 'item-acts', 'item-changes', 'loans', 'record', 'refusals', 'scans', 'union', 'visibility'],
  ItemTemplatesPage: ['cataloguing', 'editing', 'item-changes', 'union'],
  KeyHelp: ['desk'],
  KeySheet: ['staff-shell'],
  LabelsPage: ['cataloguing', 'item-changes', 'labels', 'refusals', 'union'],
  LastCopiesPage: ['cataloguing', 'copies', 'desk-refusals', 'item-changes', 'refusals', 'union'],
  LateListPage: ['desk', 'late', 'refusals'],
  LedgersPage: ['accounts', 'desk-money', 'item-changes', 'loan', 'loan-money', 'loans', 'money', 'refusals', 'statements'],
  LendSet: ['classes', 'refusals'],
  LetThrough: ['desk'],
  LibrariesPage: ['hours'],
  LimitsPage: ['desk-refusals', 'exceptions', 'limits', 'patron-record', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  ListPage: ['lists'],
  ListsPage: ['lists'],
  LoadRoster: ['classes', 'item-changes', 'refusals'],
  LoanCountsPage: ['loan-counts', 'months-choice', 'policies'],
  LoanRulesPage: ['loan-rules', 'patrons', 'policies', 'refusals'],
  Loans: ['account', 'desk-refusals', 'refusals'],
  LoansTab: ['desk', 'desk-acts', 'desk-money', 'desk-refusals', 'hold-queue', 'patron', 'patrons', 'refusals', 'scans'],
  MachinesPage: ['form', 'item-changes', 'machines', 'staff', 'union'],
  MatchRulesPage: ['desk-refusals', 'exceptions', 'limits', 'match-rules', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'union', 'voting'],
  Meant: ['search-parts'],
  MeetingPage: ['bodies', 'periods', 'policies', 'rule-proposals', 'union'],
  MemberAccountPage: ['accounts', 'money', 'periods', 'refusals', 'statements', 'year-end'],
  MembersPage: ['form', 'member-details', 'money', 'periods', 'prices', 'refusals', 'workbench'],
  MergeDialog: ['desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  Messages: ['partners', 'refusals'],
  MessagesTab: ['account', 'desk-refusals', 'notices', 'patron', 'patron-record', 'refusals'],
  MeteredRequestsPage: ['desk-refusals', 'money', 'prices', 'scans'],
  MigrationPage: ['migration', 'migration-reasons'],
  MigrationsPage: ['migration'],
  MoneyPaper: ['account', 'desk', 'desk-money', 'scans'],
  MonthPage: ['accounts', 'budgets', 'citation', 'costs', 'desk-money', 'desk-refusals', 'estimate', 'money', 'periods', 'prices', 'reconciliation', 'statements'],
  MoreParts: ['account', 'contact', 'desk-refusals', 'e-books', 'my-data', 'online-payments', 'patron-refusals', 'reading', 'refusals', 'requests', 'sign-up', 'text-messages'],
  MovementRulesPage: ['desk-refusals', 'exceptions', 'limits', 'movement-rules', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  MyClassesPage: ['classes', 'my-classes'],
  MyCodePage: ['my-code', 'refusals', 'staff'],
  NamesPage: ['names', 'refusals'],
  NewItemPage: ['cataloguing', 'desk-acts', 'item-changes', 'union'],
  NewLibraryPage: ['branches', 'desk-refusals', 'exceptions', 'item-changes', 'names', 'new-library', 'partners', 'policies', 'prices', 'refusals', 'rule-proposals', 'staff', 'voting'],
  NewProposalPage: ['amendments', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  NewRecordPage: ['cataloguing', 'editing', 'marc-fields', 'new-record', 'union'],
  NoHits: ['search-parts'],
  NoteField: ['lists'],
  NoticeRulesPage: ['account', 'desk-refusals', 'exceptions', 'limits', 'notice-rules', 'notices', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  Notices: ['account', 'notices'],
  NoticesPage: ['account', 'notices', 'refusals', 'text-messages', 'voting'],
  OfflineDesk: ['desk', 'desk-refusals', 'offline', 'refusals'],
  OfflineReport: ['desk', 'desk-refusals', 'offline', 'refusals'],
  OnlinePaymentsPage: ['online-money', 'online-payments', 'refusals'],
  OpenUrlPage: ['citation', 'loans', 'requests'],
  OrderPage: ['funds', 'orders', 'refusals', 'union'],
  OrdersPage: ['funds', 'orders', 'refusals'],
  OwnStatementPage: ['areas', 'statements'],
  OwnValues: ['desk-refusals', 'exceptions', 'limits', 'loan-rules', 'own-values', 'patrons', 'policies', 'prices', 'refusals', 'rule-proposals', 'voting'],
  PairDialog: ['desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  PartnerPage: ['notices', 'partners', 'refusals'],
  PartnersPage: ['loan', 'loan-reports', 'notices', 'partners', 'refusals'],
  PassDialog: ['my-code', 'refusals', 'staff'],
  PatronBlocks: ['desk', 'desk-refusals', 'patron-record', 'refusals'],
  PatronChangesPage: ['item-changes', 'patron-changes', 'patrons', 'refusals'],
  PatronChoices: ['account', 'desk-refusals', 'notices', 'refusals', 'text-messages', 'voting'],
  PatronPage: ['account', 'desk', 'desk-money', 'desk-refusals', 'hold-queue', 'patron', 'patrons', 'refusals'],
  PatronRulesPage: ['card', 'classes', 'desk-refusals', 'exceptions', 'limits', 'patron-rules', 'policies', 'prices', 'refusals', 'rule-effects', 'rule-proposals', 'voting'],
  PatronScan: ['desk', 'desk-acts', 'desk-money', 'desk-refusals', 'fast-add', 'hold-queue', 'opt-in', 'patron', 'refusals', 'scans'],
  PatronsPage: ['desk', 'opt-in', 'patrons', 'refusals'],
  PaymentAccountsPage: ['classes', 'form', 'online-money', 'partners', 'refusals'],
  PaymentPage: ['online-payments'],
  PeriodsPage: ['accounts', 'billing-rules', 'citation', 'desk-money', 'desk-refusals', 'limits', 'money', 'periods', 'policies', 'prices', 'reconciliation', 'refusals', 'statements', 'year-end'],
  PersonalCopy: ['item-changes', 'reserves', 'teaching'],
  PinDialog: ['desk-refusals', 'patron', 'refusals'],
  PinRulesPage: ['desk-refusals', 'exceptions', 'limits', 'pin-rules', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  PlaceHoldDialog: ['desk-refusals', 'exceptions', 'hold-queue', 'limits', 'movement-rules', 'policies', 'prices', 'refusals', 'rule-proposals', 'voting'],
  PossibleDuplicatesPage: ['cataloguing', 'union'],
  PracticeBanner: ['practice'],
  PracticePage: ['practice', 'staff'],
  PricesPage: ['periods', 'prices', 'reconciliation', 'refusals', 'workbench', 'year-end'],
  ProposalPage: ['account', 'amendments', 'areas', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'text-messages', 'voting'],
  ProposalsPage: ['account', 'amendments', 'areas', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'text-messages', 'voting', 'workbench'],
  ProposePolicy: ['amendments', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'voting'],
  ProtectedFieldsPage: ['cataloguing', 'editing', 'marc-fields', 'union'],
  QueuePage: ['account', 'desk', 'hold-queue', 'holds', 'refusals'],
  ReconciliationPage: ['desk-money', 'desk-refusals', 'loan-money', 'money', 'periods', 'reconciliation', 'refusals', 'statements', 'workbench', 'year-end'],
  RecordChangePage: ['cataloguing', 'editing', 'item-changes', 'marc-fields', 'record-changes', 'union'],
  RecordChangesPage: ['cataloguing', 'editing', 'item-changes', 'marc-fields', 'record-changes', 'union'],
  RecordEBooks: ['e-books', 'refusals'],
  RecordPage: ['exports', 'record', 'where-now'],
  Refund: ['online-money', 'online-payments', 'refusals', 'union'],
  RegisterPage: ['contact', 'desk', 'patron-refusals', 'patrons', 'refusals'],
  RelatedTitles: ['related'],
  ReportsPage: ['copyright', 'desk-refusals', 'loan', 'loan-reports', 'loan-steps', 'loans', 'money', 'months-choice'],
  RequestPage: ['citation', 'copyright', 'desk', 'desk-refusals', 'hold-queue', 'loan', 'loan-states', 'loan-steps', 'loans', 'money', 'refusals', 'requests'],
  RequestsPage: ['account', 'citation', 'copyright', 'desk', 'desk-refusals', 'loan', 'loan-money', 'loan-reports', 'loan-states', 'loan-steps', 'loans', 'partners', 'refusals', 'union'],
  RequestsTab: ['desk-refusals', 'patron', 'patrons', 'refusals', 'requests'],
  ReservesPage: ['desk', 'desk-refusals', 'refusals', 'reserves', 'scans', 'teaching'],
  Restart: ['loan', 'refusals'],
  RolesDialog: ['partners', 'refusals', 'staff'],
  RuleBoundsPage: ['desk-refusals', 'exceptions', 'limits', 'own-values', 'policies', 'prices', 'rule-bounds', 'rule-effects', 'rule-proposals', 'voting'],
  RuleProposals: ['desk-refusals', 'exceptions', 'loan-rules', 'own-values', 'patrons', 'policies', 'prices', 'refusals', 'rule-proposals', 'voting'],
  SaveButton: [],
  SavePanel: ['lists'],
  SaveSearch: ['searches'],
  ScenarioPage: ['ballot-methods', 'money', 'notices', 'partners', 'refusals', 'workbench', 'year-end'],
  SchoolYearPage: ['classes', 'desk', 'item-changes', 'patrons', 'refusals'],
  SearchesPage: ['searches'],
  SearchPage: [],
  SecretarySteps: ['amendments', 'ballot-methods', 'desk-refusals', 'exceptions', 'periods', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'union', 'voting', 'workbench'],
  SessionLock: ['refusals', 'session-lock'],
  SettledBills: ['account', 'desk', 'desk-money', 'desk-refusals', 'refusals', 'scans', 'settled-bills'],
  SetUpPage: ['desk-refusals', 'exceptions', 'item-changes', 'machines', 'policies', 'prices', 'rule-proposals', 'set-up', 'shared-desks', 'staff', 'voting'],
  SharedDesksPage: ['item-changes', 'machines', 'shared-desks', 'staff', 'union'],
  SharedListPage: ['lists'],
  ShareList: ['lists'],
  SharingRulesPage: ['desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'sharing-rules', 'voting'],
  ShelfCheckPage: ['desk', 'desk-acts', 'desk-refusals', 'refusals', 'scans'],
  ShipScan: ['desk', 'desk-refusals', 'loans', 'refusals', 'ship-scan'],
  ShownHeadingsPage: ['desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'shown-headings', 'voting'],
  SignedInPage: [],
  SignInPage: ['refusals'],
  SignUpPage: ['sign-up'],
  SignUpsPage: ['desk', 'patron', 'patrons'],
  SourceRecordsPage: ['cataloguing', 'copies', 'editing', 'item-changes', 'loans', 'union', 'visibility'],
  SpecialDue: ['item-acts'],
  StaffCopies: ['hold-queue', 'holds'],
  StaffCover: ['refusals', 'upload'],
  StaffHistory: ['copies', 'editing', 'item-changes', 'loans', 'refusals', 'union', 'visibility'],
  StaffPage: ['form', 'partners', 'refusals', 'staff'],
  StaffShell: ['areas', 'find', 'staff-shell'],
  StalledNotice: ['partners', 'refusals'],
  StatementPage: ['accounts', 'citation', 'desk-money', 'loan-money', 'meters', 'money', 'periods', 'prices', 'reconciliation', 'refusals', 'statements', 'workbench', 'year-end'],
  TakeFile: ['exports'],
  TakeHits: ['exports'],
  TargetingDialog: ['account', 'holds', 'refusals', 'targeting-why'],
  TargetingRulesPage: ['desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'targeting-rules', 'voting'],
  TermForm: ['classes', 'desk-refusals', 'form', 'refusals', 'reserves', 'scans', 'teaching'],
  TextMessages: ['account', 'notices', 'text-messages'],
  TillPage: ['desk', 'desk-money', 'desk-refusals', 'refusals'],
  TodayPage: ['areas', 'refusals', 'today'],
  TourStrip: ['refusals', 'tour'],
  TrueUpPage: ['money', 'periods', 'reconciliation', 'refusals', 'statements', 'workbench', 'year-end'],
  TrustPage: ['trust'],
  TryForm: ['desk-acts', 'item-changes', 'item-mapping', 'load-reasons', 'loads', 'union'],
  UndoMerge: ['desk-refusals', 'patron', 'patron-refusals', 'refusals'],
  UnionRulesPage: ['desk-refusals', 'exceptions', 'limits', 'policies', 'prices', 'rule-effects', 'rule-proposals', 'union-rules', 'voting'],
  ValuePage: ['accounts', 'desk-refusals', 'loan-counts', 'loan-reports', 'months-choice', 'periods', 'policies', 'refusals', 'value'],
  VerifyDialog: ['contact', 'desk-refusals', 'patron', 'patron-refusals', 'patrons', 'refusals'],
  VisibilityPage: ['cataloguing', 'copies', 'item-changes', 'refusals', 'union', 'visibility'],
  WebhooksPage: ['form', 'partners', 'refusals', 'webhooks'],
  WelcomePage: ['refusals', 'tour', 'welcome'],
  WithinChoice: ['search-parts'],
  WorkbenchPage: ['ballot-methods', 'workbench'],
};
