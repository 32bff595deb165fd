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
  | 'secret-ballots'
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
  | keyof typeof import('./en/secret-ballots.ts').secretBallots
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
  AccessTab: ['refusals', 'desk-refusals', 'patron'],
  AccountCodesPage: ['refusals', 'statements', 'workbench', 'accounts', 'year-end'],
  AccountPage: ['account'],
  Amendments: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'ballot-methods', 'amendments', 'secret-ballots'],
  Ask: ['refusals', 'requests'],
  AskForm: ['refusals', 'patrons', 'form', 'sign-up'],
  AskForPatron: ['refusals', 'loans', 'citation', 'loan', 'requests'],
  AttributionPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'attribution'],
  AuditPage: ['staff', 'audit'],
  AuthorityLookup: ['editing'],
  BankPage: ['refusals', 'periods', 'money', 'accounts', 'books', 'bank'],
  BillingRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'statements', 'books', 'billing-rules'],
  BillList: ['refusals', 'desk-refusals', 'account', 'desk-money', 'desk-acts'],
  BillMore: ['refusals', 'desk-refusals', 'desk-money', 'desk-acts'],
  BillsTab: ['refusals', 'desk-refusals', 'patron', 'desk-money', 'desk-acts'],
  BlocksTab: ['refusals', 'desk-refusals', 'desk', 'patron', 'patron-record'],
  BodiesPage: ['policies', 'rule-proposals', 'periods', 'bodies'],
  BodyPage: ['policies', 'rule-proposals', 'union', 'periods', 'bodies'],
  BookDrop: ['item-acts'],
  BooksPage: ['refusals', 'periods', 'money', 'statements', 'accounts', 'books'],
  BranchesPage: ['refusals', 'item-changes', 'partners', 'form', 'hours', 'branches'],
  BranchPage: ['hours', 'home-content', 'home'],
  BrowsePage: ['browse'],
  BudgetsPage: ['refusals', 'desk-refusals', 'periods', 'reconciliation', 'budgets'],
  BylawsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'periods', 'workbench', 'ballot-methods', 'amendments', 'secret-ballots', 'areas', 'bylaws'],
  CardDialog: ['refusals', 'desk-refusals', 'patron', 'patrons', 'patron-refusals'],
  CardPage: ['card'],
  CataloguingPage: ['union', 'item-changes', 'cataloguing', 'staff', 'copies', 'fast-add', 'record-changes', 'copying', 'labels', 'new-record'],
  ChangedHeadings: ['item-changes', 'record-changes', 'loads', 'changed-headings'],
  ChangeHold: ['refusals', 'scans', 'hold-queue'],
  ChangeRule: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'limits', 'patrons', 'own-values', 'loan-rules'],
  ChangesTab: ['refusals', 'desk-refusals', 'patron', 'patron-record'],
  ChargeFee: ['refusals', 'desk-refusals', 'desk-money'],
  CheckPayout: ['refusals', 'union', 'online-payments', 'online-money'],
  ChildrenPage: ['children'],
  Chips: [],
  ChoicesForm: ['voting', 'account', 'notices', 'text-messages'],
  CitePage: ['money', 'loans', 'citation'],
  ClassesPage: ['desk', 'classes'],
  ClassPage: ['desk', 'classes'],
  ClassTeachers: ['refusals', 'classes'],
  CloseBranch: ['refusals', 'hours', 'closings'],
  ClosingDates: ['closings'],
  CollectionForm: ['refusals', 'partners', 'classes', 'digital-collections'],
  CollectionsPage: ['refusals', 'partners', 'digital-collections'],
  ComparePage: ['money', 'workbench'],
  ConfirmForm: ['refusals', 'sign-up'],
  ConfirmRequest: ['refusals', 'requests'],
  CopyCourse: ['refusals', 'desk-refusals', 'scans', 'teaching', 'reserves'],
  CopyRecordsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'union', 'cataloguing', 'editing', 'marc-fields', 'copying'],
  CopyrightPage: ['refusals', 'desk-refusals', 'loans', 'loan', 'copyright'],
  CopyTargetsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'copying'],
  CostsPage: ['desk-refusals', 'money', 'statements', 'citation', 'budgets', 'costs'],
  CourierPage: ['refusals', 'desk-refusals', 'desk', 'desk-money', 'scans', 'hold-queue', 'fast-add', 'holds', 'opt-in', 'courier'],
  CourseForm: ['refusals', 'desk-refusals', 'scans', 'classes', 'form', 'teaching', 'reserves'],
  CoursePage: ['teaching', 'record'],
  CourseReservesPage: ['refusals', 'desk-refusals', 'desk', 'scans', 'teaching', 'reserves', 'record'],
  CoursesPage: ['teaching'],
  CoverCredits: ['related'],
  CoverProvidersPage: ['refusals', 'partners', 'covers'],
  DayPage: ['refusals', 'desk', 'item-changes', 'day'],
  DebtRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'debt-rules'],
  DecisionDialog: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'limits', 'hold-queue', 'movement-rules'],
  DecisionsPage: ['rule-proposals', 'periods', 'ballot-methods', 'bodies'],
  DepartmentForm: ['refusals', 'partners', 'classes', 'departments'],
  DepartmentsPage: ['refusals', 'desk', 'partners', 'departments'],
  DeskItemActs: ['refusals', 'desk-refusals', 'scans', 'holds', 'item-acts'],
  DeskLock: ['desk-lock'],
  DeskPage: ['refusals', 'desk-refusals', 'desk', 'desk-money', 'scans', 'hold-queue', 'desk-acts', 'areas', 'fast-add', 'patron-record', 'contact', 'item-acts', 'opt-in'],
  DeskSignIn: ['desk-lock'],
  DeviceTransactionsPage: ['desk', 'devices'],
  DuplicatesPage: ['refusals', 'desk-refusals', 'desk', 'patron', 'patrons', 'patron-refusals'],
  EarlierPapers: ['desk', 'scans'],
  EBookState: ['refusals', 'e-books'],
  EditDialog: ['refusals', 'desk-refusals', 'patron', 'patrons', 'partners', 'patron-refusals', 'contact', 'departments'],
  EditProposalPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'ballot-methods', 'amendments', 'secret-ballots'],
  EditRecordPage: ['union', 'cataloguing', 'editing', 'marc-fields', 'copying'],
  EffectPreview: ['rule-proposals', 'voting', 'rule-effects'],
  EraseDialog: ['refusals', 'desk-refusals', 'patron'],
  EstimatePage: ['desk-refusals', 'money', 'statements', 'citation', 'estimate', 'meters'],
  ExceptionsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'periods', 'own-values', 'bodies', 'rule-bounds'],
  ExpiringPage: ['refusals', 'desk-refusals', 'desk', 'patron', 'patrons', 'patron-refusals'],
  FamilyTab: ['refusals', 'desk-refusals', 'patron', 'patrons', 'patron-refusals'],
  FastAdd: ['refusals', 'item-changes', 'fast-add'],
  FastAddedPage: ['union', 'cataloguing', 'fast-add'],
  FeesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits'],
  FiguresPage: ['refusals', 'money', 'partners', 'workbench', 'notices'],
  FixedCodes: ['fixed-fields'],
  ForgottenPinPage: ['refusals', 'sign-up'],
  FreeTierPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'free-tier'],
  FundsPage: ['refusals', 'funds', 'orders'],
  GeneralLoanRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'loan-rules', 'general-loan-rules'],
  GrantedExceptions: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'limits', 'own-values', 'rule-bounds'],
  HelpSheet: ['help'],
  HoldRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'hold-rules'],
  Holds: ['refusals', 'account', 'hold-queue', 'holds'],
  HoldsPage: ['refusals', 'desk-refusals', 'desk', 'desk-money', 'scans', 'hold-queue', 'fast-add', 'holds', 'opt-in'],
  HoldsTab: ['refusals', 'desk-refusals', 'patron', 'patrons', 'desk-money', 'hold-queue'],
  HomeContentPage: ['refusals', 'home-content'],
  HomeParts: ['hours', 'home-content', 'children', 'home'],
  HoursVersions: ['branches'],
  ImportPage: ['union', 'item-changes', 'cataloguing', 'desk-acts', 'loads', 'load-reasons', 'changed-headings'],
  ImportsPage: ['union', 'item-changes', 'cataloguing', 'loads', 'item-mapping', 'load-reasons'],
  InvoicePage: ['refusals', 'union', 'funds', 'orders', 'invoices'],
  InvoicesPage: ['refusals', 'funds', 'orders', 'invoices'],
  ItemChangePage: ['union', 'item-changes', 'cataloguing', 'desk-acts', 'record-changes', 'labels'],
  ItemChangesPage: ['refusals', 'union', 'item-changes', 'cataloguing', 'record-changes', 'visibility'],
  ItemHistoryDialog: ['refusals', 'desk-refusals', 'union', 'item-changes', 'loans', 'copies', 'visibility'],
  ItemMappingPage: ['union', 'item-changes', 'cataloguing', 'editing', 'item-mapping'],
  ItemPage: ['refusals', 'desk-refusals', 'union', 'item-changes', 'cataloguing', 'scans', 'hold-queue', 'loans', 'desk-acts', 'copies', 'visibility', 'item-acts', 'record'],
  ItemTemplatesPage: ['union', 'item-changes', 'cataloguing', 'editing'],
  KeyHelp: ['desk'],
  KeySheet: ['staff-shell'],
  LabelsPage: ['refusals', 'union', 'item-changes', 'cataloguing', 'labels'],
  LastCopiesPage: ['refusals', 'desk-refusals', 'union', 'item-changes', 'cataloguing', 'copies'],
  LateListPage: ['refusals', 'desk', 'late'],
  LedgersPage: ['refusals', 'item-changes', 'desk-money', 'money', 'loans', 'statements', 'accounts', 'loan', 'loan-money'],
  LendSet: ['refusals', 'classes'],
  LetThrough: ['desk'],
  LibrariesPage: ['hours'],
  LimitsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'patron-record'],
  ListPage: ['lists'],
  ListsPage: ['lists'],
  LoadRoster: ['refusals', 'item-changes', 'classes'],
  LoanCountsPage: ['policies', 'months-choice', 'loan-counts'],
  LoanRulesPage: ['refusals', 'policies', 'patrons', 'loan-rules'],
  Loans: ['refusals', 'desk-refusals', 'account'],
  LoansTab: ['refusals', 'desk-refusals', 'desk', 'patron', 'patrons', 'desk-money', 'scans', 'hold-queue', 'desk-acts'],
  MachinesPage: ['union', 'item-changes', 'staff', 'form', 'machines'],
  MatchRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'union', 'rule-effects', 'limits', 'match-rules'],
  Meant: ['search-parts'],
  MeetingPage: ['policies', 'rule-proposals', 'union', 'periods', 'bodies'],
  MemberAccountPage: ['refusals', 'periods', 'money', 'statements', 'accounts', 'year-end'],
  MembersPage: ['refusals', 'prices', 'periods', 'money', 'workbench', 'form', 'member-details'],
  MergeDialog: ['refusals', 'desk-refusals', 'patron', 'patrons', 'patron-refusals'],
  Messages: ['refusals', 'partners'],
  MessagesTab: ['refusals', 'desk-refusals', 'patron', 'account', 'notices', 'patron-record'],
  MeteredRequestsPage: ['desk-refusals', 'prices', 'money', 'scans'],
  MigrationPage: ['migration', 'migration-reasons'],
  MigrationsPage: ['migration'],
  MoneyPaper: ['desk', 'account', 'desk-money', 'scans'],
  MonthPage: ['desk-refusals', 'prices', 'periods', 'desk-money', 'money', 'statements', 'citation', 'accounts', 'reconciliation', 'budgets', 'costs', 'estimate'],
  MoreParts: ['refusals', 'desk-refusals', 'account', 'patron-refusals', 'requests', 'text-messages', 'contact', 'online-payments', 'sign-up', 'e-books', 'my-data', 'reading'],
  MovementRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'movement-rules'],
  MyClassesPage: ['classes', 'my-classes'],
  MyCodePage: ['refusals', 'staff', 'my-code'],
  NamesPage: ['refusals', 'names'],
  NewItemPage: ['union', 'item-changes', 'cataloguing', 'desk-acts'],
  NewLibraryPage: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'item-changes', 'partners', 'staff', 'branches', 'names', 'new-library'],
  NewProposalPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'ballot-methods', 'amendments', 'secret-ballots'],
  NewRecordPage: ['union', 'cataloguing', 'editing', 'marc-fields', 'new-record'],
  NoHits: ['search-parts'],
  NoteField: ['lists'],
  NoticeRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'account', 'notices', 'notice-rules'],
  Notices: ['account', 'notices'],
  NoticesPage: ['refusals', 'voting', 'account', 'notices', 'text-messages'],
  OfflineDesk: ['refusals', 'desk-refusals', 'desk', 'offline'],
  OfflineReport: ['refusals', 'desk-refusals', 'desk', 'offline'],
  OnlinePaymentsPage: ['refusals', 'online-payments', 'online-money'],
  OpenUrlPage: ['loans', 'citation', 'requests'],
  OrderPage: ['refusals', 'union', 'funds', 'orders'],
  OrdersPage: ['refusals', 'funds', 'orders'],
  OwnStatementPage: ['statements', 'areas'],
  OwnValues: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'limits', 'patrons', 'own-values', 'loan-rules'],
  PairDialog: ['refusals', 'desk-refusals', 'patron', 'patrons', 'patron-refusals'],
  PartnerPage: ['refusals', 'partners', 'notices'],
  PartnersPage: ['refusals', 'partners', 'notices', 'loan', 'loan-reports'],
  PassDialog: ['refusals', 'staff', 'my-code'],
  PatronBlocks: ['refusals', 'desk-refusals', 'desk', 'patron-record'],
  PatronChangesPage: ['refusals', 'item-changes', 'patrons', 'patron-changes'],
  PatronChoices: ['refusals', 'desk-refusals', 'voting', 'account', 'notices', 'text-messages'],
  PatronPage: ['refusals', 'desk-refusals', 'desk', 'patron', 'patrons', 'account', 'desk-money', 'hold-queue'],
  PatronRulesPage: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'classes', 'card', 'patron-rules'],
  PatronScan: ['refusals', 'desk-refusals', 'desk', 'patron', 'desk-money', 'scans', 'hold-queue', 'desk-acts', 'fast-add', 'opt-in'],
  PatronsPage: ['refusals', 'desk', 'patrons', 'opt-in'],
  PaymentAccountsPage: ['refusals', 'partners', 'classes', 'form', 'online-money'],
  PaymentPage: ['online-payments'],
  PeriodsPage: ['refusals', 'desk-refusals', 'policies', 'prices', 'limits', 'periods', 'desk-money', 'money', 'statements', 'citation', 'accounts', 'year-end', 'reconciliation', 'billing-rules'],
  PersonalCopy: ['item-changes', 'teaching', 'reserves'],
  PinDialog: ['refusals', 'desk-refusals', 'patron'],
  PinRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'pin-rules'],
  PlaceHoldDialog: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'limits', 'hold-queue', 'movement-rules'],
  PossibleDuplicatesPage: ['union', 'cataloguing'],
  PracticeBanner: ['practice'],
  PracticePage: ['staff', 'practice'],
  PricesPage: ['refusals', 'prices', 'periods', 'workbench', 'year-end', 'reconciliation'],
  ProposalPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'account', 'ballot-methods', 'amendments', 'secret-ballots', 'areas', 'text-messages'],
  ProposalsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'account', 'workbench', 'ballot-methods', 'amendments', 'secret-ballots', 'areas', 'text-messages'],
  ProposePolicy: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'periods', 'ballot-methods', 'amendments', 'secret-ballots'],
  ProtectedFieldsPage: ['union', 'cataloguing', 'editing', 'marc-fields'],
  QueuePage: ['refusals', 'desk', 'account', 'hold-queue', 'holds'],
  ReconciliationPage: ['refusals', 'desk-refusals', 'periods', 'desk-money', 'money', 'statements', 'workbench', 'year-end', 'reconciliation', 'loan-money'],
  RecordChangePage: ['union', 'item-changes', 'cataloguing', 'editing', 'marc-fields', 'record-changes'],
  RecordChangesPage: ['union', 'item-changes', 'cataloguing', 'editing', 'marc-fields', 'record-changes'],
  RecordEBooks: ['refusals', 'e-books'],
  RecordPage: ['record', 'exports', 'where-now'],
  Refund: ['refusals', 'union', 'online-payments', 'online-money'],
  RegisterPage: ['refusals', 'desk', 'patrons', 'patron-refusals', 'contact'],
  RelatedTitles: ['related'],
  ReportsPage: ['desk-refusals', 'money', 'loans', 'loan', 'copyright', 'loan-reports', 'loan-steps', 'months-choice'],
  RequestPage: ['refusals', 'desk-refusals', 'desk', 'money', 'hold-queue', 'loans', 'citation', 'loan', 'requests', 'copyright', 'loan-steps', 'loan-states'],
  RequestsPage: ['refusals', 'desk-refusals', 'desk', 'union', 'account', 'partners', 'loans', 'citation', 'loan', 'copyright', 'loan-money', 'loan-reports', 'loan-steps', 'loan-states'],
  RequestsTab: ['refusals', 'desk-refusals', 'patron', 'patrons', 'requests'],
  ReservesPage: ['refusals', 'desk-refusals', 'desk', 'scans', 'teaching', 'reserves'],
  Restart: ['refusals', 'loan'],
  RolesDialog: ['refusals', 'partners', 'staff'],
  RuleBoundsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'own-values', 'rule-bounds'],
  RuleProposals: ['refusals', 'desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'patrons', 'own-values', 'loan-rules'],
  SaveButton: [],
  SavePanel: ['lists'],
  SaveSearch: ['searches'],
  ScenarioPage: ['refusals', 'money', 'partners', 'workbench', 'ballot-methods', 'notices', 'year-end'],
  SchoolYearPage: ['refusals', 'desk', 'item-changes', 'patrons', 'classes'],
  SearchesPage: ['searches'],
  SearchPage: [],
  SecretarySteps: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'union', 'rule-effects', 'periods', 'workbench', 'ballot-methods', 'amendments', 'secret-ballots'],
  SessionLock: ['refusals', 'session-lock'],
  SettledBills: ['refusals', 'desk-refusals', 'desk', 'account', 'desk-money', 'scans', 'settled-bills'],
  SetUpPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'item-changes', 'staff', 'machines', 'shared-desks', 'set-up'],
  SharedDesksPage: ['union', 'item-changes', 'staff', 'machines', 'shared-desks'],
  SharedListPage: ['lists'],
  ShareList: ['lists'],
  SharingRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'sharing-rules'],
  ShelfCheckPage: ['refusals', 'desk-refusals', 'desk', 'scans', 'desk-acts'],
  ShipScan: ['refusals', 'desk-refusals', 'desk', 'loans', 'ship-scan'],
  ShownHeadingsPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'shown-headings'],
  SignedInPage: [],
  SignInPage: ['refusals'],
  SignUpPage: ['sign-up'],
  SignUpsPage: ['desk', 'patron', 'patrons'],
  SourceRecordsPage: ['union', 'item-changes', 'cataloguing', 'loans', 'editing', 'copies', 'visibility'],
  SpecialDue: ['item-acts'],
  StaffCopies: ['hold-queue', 'holds'],
  StaffCover: ['refusals', 'upload'],
  StaffHistory: ['refusals', 'union', 'item-changes', 'loans', 'editing', 'copies', 'visibility'],
  StaffPage: ['refusals', 'partners', 'staff', 'form'],
  StaffShell: ['areas', 'staff-shell', 'find'],
  StalledNotice: ['refusals', 'partners'],
  StatementPage: ['refusals', 'prices', 'periods', 'desk-money', 'money', 'statements', 'workbench', 'citation', 'accounts', 'year-end', 'reconciliation', 'loan-money', 'meters'],
  TakeFile: ['exports'],
  TakeHits: ['exports'],
  TargetingDialog: ['refusals', 'account', 'holds', 'targeting-why'],
  TargetingRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'targeting-rules'],
  TermForm: ['refusals', 'desk-refusals', 'scans', 'classes', 'form', 'teaching', 'reserves'],
  TextMessages: ['account', 'notices', 'text-messages'],
  ThreeWay: ['policies', 'voting', 'amendments'],
  TillPage: ['refusals', 'desk-refusals', 'desk', 'desk-money'],
  TodayPage: ['refusals', 'areas', 'today'],
  TourStrip: ['refusals', 'tour'],
  TrueUpPage: ['refusals', 'periods', 'money', 'statements', 'workbench', 'year-end', 'reconciliation'],
  TrustPage: ['trust'],
  TryForm: ['union', 'item-changes', 'desk-acts', 'loads', 'item-mapping', 'load-reasons'],
  UndoMerge: ['refusals', 'desk-refusals', 'patron', 'patron-refusals'],
  UnionRulesPage: ['desk-refusals', 'policies', 'prices', 'rule-proposals', 'voting', 'rule-effects', 'limits', 'union-rules'],
  ValuePage: ['refusals', 'desk-refusals', 'policies', 'periods', 'accounts', 'loan-reports', 'months-choice', 'loan-counts', 'value'],
  VerifyDialog: ['refusals', 'desk-refusals', 'patron', 'patrons', 'patron-refusals', 'contact'],
  VisibilityPage: ['refusals', 'union', 'item-changes', 'cataloguing', 'copies', 'visibility'],
  WebhooksPage: ['refusals', 'partners', 'form', 'webhooks'],
  WelcomePage: ['refusals', 'tour', 'welcome'],
  WithinChoice: ['search-parts'],
  WorkbenchPage: ['workbench', 'ballot-methods'],
};
