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
  | 'purchases'
  | 'reading'
  | 'reconciliation'
  | 'record-changes'
  | 'record'
  | 'refusals'
  | 'related'
  | 'requests'
  | 'reserves'
  | 'rollover'
  | 'rule-bounds'
  | 'rule-effects'
  | 'rule-proposals'
  | 'scans'
  | 'search-parts'
  | 'searches'
  | 'serials'
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
  | 'vendor-files'
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
  | keyof typeof import('./en/purchases.ts').purchases
  | keyof typeof import('./en/reading.ts').reading
  | keyof typeof import('./en/reconciliation.ts').reconciliation
  | keyof typeof import('./en/record-changes.ts').recordChanges
  | keyof typeof import('./en/record.ts').record
  | keyof typeof import('./en/refusals.ts').refusals
  | keyof typeof import('./en/related.ts').related
  | keyof typeof import('./en/requests.ts').requests
  | keyof typeof import('./en/reserves.ts').reserves
  | keyof typeof import('./en/rollover.ts').rollover
  | keyof typeof import('./en/rule-bounds.ts').ruleBounds
  | keyof typeof import('./en/rule-effects.ts').ruleEffects
  | keyof typeof import('./en/rule-proposals.ts').ruleProposals
  | keyof typeof import('./en/scans.ts').scans
  | keyof typeof import('./en/search-parts.ts').searchParts
  | keyof typeof import('./en/searches.ts').searches
  | keyof typeof import('./en/serials.ts').serials
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
  | keyof typeof import('./en/vendor-files.ts').vendorFiles
  | keyof typeof import('./en/visibility.ts').visibility
  | keyof typeof import('./en/voting.ts').voting
  | keyof typeof import('./en/webhooks.ts').webhooks
  | keyof typeof import('./en/welcome.ts').welcome
  | keyof typeof import('./en/where-now.ts').whereNow
  | keyof typeof import('./en/workbench.ts').workbench
  | keyof typeof import('./en/year-end.ts').yearEnd;
/** The files that are loaded with the app. */
export const initialFiles: readonly MessageFile[] = ['catalogue', 'layout', 'problems'];
// One text for each list: it is shorter when compressed than a list of texts.
const of = (names: string): readonly MessageFile[] => names.split(' ') as MessageFile[];
/** The files that are loaded with a lazy component, by its name. */
export const filesOf: Readonly<Record<string, readonly MessageFile[]>> = {
  AccessTab: of('refusals desk-refusals patron'),
  AccountCodesPage: of('refusals statements workbench accounts year-end'),
  AccountPage: of('account'),
  Amendments: of('desk-refusals policies prices rule-proposals voting rule-effects periods ballot-methods amendments'),
  Ask: of('refusals requests'),
  AskForm: of('refusals patrons form sign-up'),
  AskForPatron: of('refusals loans citation loan requests'),
  AttributionPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits attribution'),
  AuditPage: of('staff audit'),
  AuthorityLookup: of('editing'),
  BankPage: of('refusals periods money accounts books bank'),
  BillingRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits statements books billing-rules'),
  BillList: of('refusals desk-refusals account desk-money desk-acts'),
  BillMore: of('refusals desk-refusals desk-money desk-acts'),
  BillsTab: of('refusals desk-refusals patron desk-money desk-acts'),
  BlocksTab: of('refusals desk-refusals desk patron patron-record'),
  BodiesPage: of('policies rule-proposals union periods bodies'),
  BodyPage: of('policies rule-proposals union periods bodies'),
  BookDrop: of('item-acts'),
  BooksPage: of('refusals periods money statements accounts books'),
  BranchesPage: of('refusals item-changes partners form hours branches'),
  BranchPage: of('hours home-content home'),
  BrowsePage: of('browse'),
  BudgetsPage: of('refusals desk-refusals periods reconciliation budgets'),
  BylawsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits periods workbench ballot-methods amendments areas bylaws'),
  CardDialog: of('refusals desk-refusals patron patrons patron-refusals'),
  CardPage: of('card'),
  CataloguingPage: of('union item-changes cataloguing staff copies fast-add record-changes copying labels new-record'),
  ChangedHeadings: of('item-changes record-changes loads changed-headings'),
  ChangeHold: of('refusals scans hold-queue'),
  ChangeRule: of('refusals desk-refusals policies prices rule-proposals voting limits patrons own-values loan-rules'),
  ChangesTab: of('refusals desk-refusals patron patron-record'),
  ChargeFee: of('refusals desk-refusals desk-money'),
  CheckPayout: of('refusals union online-payments online-money'),
  ChildrenPage: of('children'),
  Chips: [],
  ChoicesForm: of('voting account notices text-messages'),
  CitePage: of('money loans citation'),
  ClassesPage: of('desk classes'),
  ClassPage: of('desk classes'),
  ClassTeachers: of('refusals classes'),
  CloseBranch: of('refusals hours closings'),
  ClosingDates: of('closings'),
  CollectionForm: of('refusals partners classes digital-collections'),
  CollectionsPage: of('refusals partners digital-collections'),
  ComparePage: of('money workbench'),
  ConfirmForm: of('refusals sign-up'),
  ConfirmRequest: of('refusals requests'),
  CopyCourse: of('refusals desk-refusals scans teaching reserves'),
  CopyRecordsPage: of('desk-refusals policies prices rule-proposals voting union cataloguing editing marc-fields copying'),
  CopyrightPage: of('refusals desk-refusals loans loan copyright'),
  CopyTargetsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits copying'),
  CostsPage: of('desk-refusals money statements citation budgets costs'),
  CourierPage: of('refusals desk-refusals desk desk-money scans hold-queue fast-add holds opt-in courier'),
  CourseForm: of('refusals desk-refusals scans classes form teaching reserves'),
  CoursePage: of('teaching record'),
  CourseReservesPage: of('refusals desk-refusals desk scans teaching reserves record'),
  CoursesPage: of('teaching record'),
  CoverCredits: of('related'),
  CoverProvidersPage: of('refusals partners covers'),
  DayPage: of('refusals desk item-changes day'),
  DebtRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits debt-rules'),
  DecisionDialog: of('refusals desk-refusals policies prices rule-proposals voting limits hold-queue movement-rules'),
  DecisionsPage: of('rule-proposals periods ballot-methods bodies'),
  DepartmentForm: of('refusals partners classes departments'),
  DepartmentsPage: of('refusals desk partners departments'),
  DeskItemActs: of('refusals desk-refusals scans holds item-acts'),
  DeskLock: of('desk-lock'),
  DeskPage: of('refusals desk-refusals desk desk-money scans hold-queue desk-acts areas fast-add patron-record contact item-acts opt-in'),
  DeskSignIn: of('desk-lock'),
  DeviceTransactionsPage: of('desk devices'),
  DuplicatesPage: of('refusals desk-refusals desk patron patrons patron-refusals'),
  EarlierPapers: of('desk scans'),
  EBookState: of('refusals e-books'),
  EditDialog: of('refusals desk-refusals patron patrons partners patron-refusals contact departments'),
  EditProposalPage: of('desk-refusals policies prices rule-proposals voting rule-effects periods ballot-methods amendments'),
  EditRecordPage: of('union cataloguing editing marc-fields copying'),
  EffectPreview: of('rule-proposals voting rule-effects'),
  EraseDialog: of('refusals desk-refusals patron'),
  EstimatePage: of('desk-refusals money statements citation estimate meters'),
  ExceptionsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits periods bodies own-values rule-bounds'),
  ExpiringPage: of('refusals desk-refusals desk patron patrons patron-refusals'),
  FamilyTab: of('refusals desk-refusals patron patrons patron-refusals'),
  FastAdd: of('refusals item-changes fast-add'),
  FastAddedPage: of('union cataloguing fast-add'),
  FeesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits'),
  FiguresPage: of('refusals money partners workbench notices'),
  FixedCodes: of('fixed-fields'),
  ForgottenPinPage: of('refusals sign-up'),
  FreeTierPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits free-tier'),
  FundsPage: of('refusals funds orders'),
  GeneralLoanRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits loan-rules general-loan-rules'),
  GrantedExceptions: of('desk-refusals policies prices rule-proposals voting limits own-values rule-bounds'),
  HelpSheet: of('help'),
  HoldRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits hold-rules'),
  Holds: of('refusals account hold-queue holds'),
  HoldsPage: of('refusals desk-refusals desk desk-money scans hold-queue fast-add holds opt-in'),
  HoldsTab: of('refusals desk-refusals patron patrons desk-money hold-queue'),
  HomeContentPage: of('refusals home-content'),
  HomeParts: of('hours home-content children home'),
  HoursVersions: of('branches'),
  ImportPage: of('union item-changes cataloguing desk-acts loads load-reasons changed-headings'),
  ImportsPage: of('union item-changes cataloguing loads item-mapping load-reasons'),
  InvoicePage: of('refusals union funds orders invoices vendor-files'),
  InvoicesPage: of('refusals union funds orders invoices vendor-files'),
  ItemChangePage: of('refusals union item-changes cataloguing desk-acts visibility record-changes labels'),
  ItemChangesPage: of('refusals union item-changes cataloguing desk-acts visibility record-changes labels'),
  ItemHistoryDialog: of('refusals desk-refusals union item-changes loans copies visibility'),
  ItemMappingPage: of('union item-changes cataloguing editing item-mapping'),
  ItemPage: of('refusals desk-refusals union item-changes cataloguing scans hold-queue desk-acts loans copies visibility item-acts record'),
  ItemTemplatesPage: of('union item-changes cataloguing editing'),
  KeyHelp: of('desk'),
  KeySheet: of('staff-shell'),
  LabelsPage: of('refusals union item-changes cataloguing labels'),
  LastCopiesPage: of('refusals desk-refusals union item-changes cataloguing copies'),
  LateListPage: of('refusals desk late'),
  LedgersPage: of('refusals item-changes desk-money money loans statements accounts loan loan-money'),
  LendSet: of('refusals classes'),
  LetThrough: of('desk'),
  LibrariesPage: of('hours'),
  LimitsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits patron-record'),
  ListPage: of('lists'),
  ListsPage: of('lists'),
  LoadRoster: of('refusals item-changes classes'),
  LoanCountsPage: of('policies months-choice loan-counts'),
  LoanRulesPage: of('refusals policies patrons loan-rules'),
  Loans: of('refusals desk-refusals account'),
  LoansTab: of('refusals desk-refusals desk patron patrons desk-money scans hold-queue desk-acts'),
  MachinesPage: of('union item-changes staff form machines'),
  MatchRulesPage: of('desk-refusals policies prices rule-proposals voting union rule-effects limits match-rules'),
  Meant: of('search-parts'),
  MeetingPage: of('policies rule-proposals union periods bodies'),
  MemberAccountPage: of('refusals periods money statements accounts year-end'),
  MembersPage: of('refusals prices periods money workbench form member-details'),
  MergeDialog: of('refusals desk-refusals patron patrons patron-refusals'),
  Messages: of('refusals partners'),
  MessagesTab: of('refusals desk-refusals patron account notices patron-record'),
  MeteredRequestsPage: of('desk-refusals prices money scans'),
  MigrationPage: of('migration migration-reasons'),
  MigrationsPage: of('migration migration-reasons'),
  MoneyPaper: of('desk account desk-money scans'),
  MonthPage: of('desk-refusals prices periods desk-money money statements citation accounts reconciliation budgets costs estimate'),
  MoreParts: of('refusals desk-refusals account patron-refusals requests text-messages contact online-payments sign-up e-books my-data reading'),
  MovementRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits movement-rules'),
  MyClassesPage: of('classes my-classes'),
  MyCodePage: of('refusals staff my-code'),
  MySeatsPage: of('bodies'),
  NamesPage: of('refusals names'),
  NewItemPage: of('union item-changes cataloguing desk-acts'),
  NewLibraryPage: of('refusals desk-refusals policies prices rule-proposals voting item-changes partners staff branches names new-library'),
  NewProposalPage: of('desk-refusals policies prices rule-proposals voting rule-effects periods ballot-methods amendments'),
  NewRecordPage: of('union cataloguing editing marc-fields new-record'),
  NoHits: of('search-parts'),
  NoteField: of('lists'),
  NoticeRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits account notices notice-rules'),
  Notices: of('account notices'),
  NoticesPage: of('refusals voting account notices text-messages'),
  OfflineDesk: of('refusals desk-refusals desk offline'),
  OfflineReport: of('refusals desk-refusals desk offline'),
  OnlinePaymentsPage: of('refusals online-payments online-money'),
  OpenUrlPage: of('loans citation requests'),
  OrderPage: of('refusals union item-changes funds orders invoices vendor-files upload purchases'),
  OrdersPage: of('refusals union item-changes funds orders invoices vendor-files upload purchases'),
  OwnStatementPage: of('statements areas'),
  OwnValues: of('refusals desk-refusals policies prices rule-proposals voting limits patrons own-values loan-rules'),
  PairDialog: of('refusals desk-refusals patron patrons patron-refusals'),
  PartnerPage: of('refusals partners notices loan loan-reports'),
  PartnersPage: of('refusals partners notices loan loan-reports'),
  PassDialog: of('refusals staff my-code'),
  PatronBlocks: of('refusals desk-refusals desk patron-record'),
  PatronChangesPage: of('refusals item-changes patrons patron-changes'),
  PatronChoices: of('refusals desk-refusals voting account notices text-messages'),
  PatronPage: of('refusals desk-refusals desk patron patrons account desk-money hold-queue'),
  PatronRulesPage: of('refusals desk-refusals policies prices rule-proposals voting rule-effects limits classes card patron-rules'),
  PatronScan: of('refusals desk-refusals desk patron desk-money scans hold-queue desk-acts fast-add opt-in'),
  PatronsPage: of('refusals desk patrons opt-in'),
  PaymentAccountsPage: of('refusals partners classes form online-money'),
  PaymentPage: of('online-payments'),
  PeriodsPage: of('refusals desk-refusals policies prices limits periods desk-money money statements citation accounts year-end reconciliation billing-rules'),
  PersonalCopy: of('item-changes teaching reserves'),
  PinDialog: of('refusals desk-refusals patron'),
  PinRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits pin-rules'),
  PlaceHoldDialog: of('refusals desk-refusals policies prices rule-proposals voting limits hold-queue movement-rules'),
  PossibleDuplicatesPage: of('union cataloguing'),
  PracticeBanner: of('practice'),
  PracticePage: of('staff practice'),
  PricesPage: of('refusals prices periods workbench year-end reconciliation'),
  ProposalPage: of('desk-refusals policies prices rule-proposals voting rule-effects periods account ballot-methods amendments areas text-messages'),
  ProposalsPage: of('desk-refusals policies prices rule-proposals voting rule-effects periods account workbench ballot-methods amendments areas text-messages'),
  ProposePolicy: of('desk-refusals policies prices rule-proposals voting rule-effects periods ballot-methods amendments'),
  ProtectedFieldsPage: of('union cataloguing editing marc-fields'),
  QueuePage: of('refusals desk account hold-queue holds'),
  ReconciliationPage: of('refusals desk-refusals periods desk-money money statements workbench year-end reconciliation loan-money'),
  RecordChangePage: of('union item-changes cataloguing editing marc-fields record-changes'),
  RecordChangesPage: of('union item-changes cataloguing editing marc-fields record-changes'),
  RecordEBooks: of('refusals e-books'),
  RecordPage: of('record exports where-now'),
  Refund: of('refusals union online-payments online-money'),
  RegisterPage: of('refusals desk patrons patron-refusals contact'),
  RelatedTitles: of('related'),
  ReportsPage: of('desk-refusals money loans loan loan-reports copyright loan-steps months-choice'),
  RequestPage: of('refusals desk-refusals desk money hold-queue loans citation loan requests copyright loan-steps loan-states'),
  RequestsPage: of('refusals desk-refusals union desk account partners loans citation loan loan-reports copyright loan-money loan-steps loan-states'),
  RequestsTab: of('refusals desk-refusals patron patrons requests'),
  ReservesPage: of('refusals desk-refusals desk scans teaching reserves'),
  Restart: of('refusals loan'),
  RolesDialog: of('refusals partners staff'),
  RuleBoundsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits own-values rule-bounds'),
  RuleProposals: of('refusals desk-refusals policies prices rule-proposals voting patrons own-values loan-rules'),
  SaveButton: [],
  SavePanel: of('lists'),
  SaveSearch: of('searches'),
  ScenarioPage: of('refusals money partners workbench ballot-methods notices year-end'),
  SchoolYearPage: of('refusals desk item-changes patrons classes'),
  SearchesPage: of('searches'),
  SearchPage: [],
  SecretarySteps: of('desk-refusals policies prices rule-proposals voting union rule-effects periods workbench ballot-methods amendments'),
  SerialsPage: of('refusals item-changes funds orders serials'),
  SessionLock: of('refusals session-lock'),
  SettledBills: of('refusals desk-refusals desk account desk-money scans settled-bills'),
  SetUpPage: of('desk-refusals policies prices rule-proposals voting item-changes staff machines shared-desks set-up'),
  SharedDesksPage: of('union item-changes staff machines shared-desks'),
  SharedListPage: of('lists'),
  ShareList: of('lists'),
  SharingRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits sharing-rules'),
  ShelfCheckPage: of('refusals desk-refusals desk scans desk-acts'),
  ShipScan: of('refusals desk-refusals desk loans ship-scan'),
  ShownHeadingsPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits shown-headings'),
  SignedInPage: [],
  SignInPage: of('refusals'),
  SignUpPage: of('sign-up'),
  SignUpsPage: of('desk patron patrons'),
  SourceRecordsPage: of('union item-changes cataloguing loans editing copies visibility'),
  SpecialDue: of('item-acts'),
  StaffCopies: of('hold-queue holds'),
  StaffCover: of('refusals upload'),
  StaffHistory: of('refusals union item-changes loans editing copies visibility'),
  StaffPage: of('refusals partners staff form'),
  StaffShell: of('areas staff-shell find'),
  StalledNotice: of('refusals partners'),
  StatementPage: of('refusals prices periods desk-money money statements workbench citation accounts year-end reconciliation loan-money meters'),
  TakeFile: of('exports'),
  TakeHits: of('exports'),
  TargetingDialog: of('refusals account holds targeting-why'),
  TargetingRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits targeting-rules'),
  TermForm: of('refusals desk-refusals scans classes form teaching reserves'),
  TextMessages: of('account notices text-messages'),
  ThreeWay: of('policies voting amendments'),
  TillPage: of('refusals desk-refusals desk desk-money'),
  TodayPage: of('refusals areas today'),
  TourStrip: of('refusals tour'),
  TrueUpPage: of('refusals periods money statements workbench year-end reconciliation'),
  TrustPage: of('trust'),
  TryForm: of('union item-changes desk-acts loads item-mapping load-reasons'),
  UndoMerge: of('refusals desk-refusals patron patron-refusals'),
  UnionRulesPage: of('desk-refusals policies prices rule-proposals voting rule-effects limits union-rules'),
  ValuePage: of('refusals desk-refusals policies periods accounts loan-reports months-choice loan-counts value'),
  VerifyDialog: of('refusals desk-refusals patron patrons patron-refusals contact'),
  VisibilityPage: of('refusals union item-changes cataloguing copies visibility'),
  WebhooksPage: of('refusals partners form webhooks'),
  WelcomePage: of('refusals tour welcome'),
  WithinChoice: of('search-parts'),
  WorkbenchPage: of('workbench ballot-methods'),
  YearEndPage: of('refusals funds rollover'),
};
