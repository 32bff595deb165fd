// Generated from what the rooms say by npm run gen.
/** A file of sentences, of the same name in every language. */
export type WordFile =
  | 'account'
  | 'accounts'
  | 'budgets'
  | 'catalogue'
  | 'cataloguing'
  | 'citation'
  | 'copies'
  | 'copyright'
  | 'desk-acts'
  | 'desk-money'
  | 'desk-refusals'
  | 'desk'
  | 'editing'
  | 'estimate'
  | 'item-changes'
  | 'item-mapping'
  | 'late'
  | 'layout'
  | 'lists'
  | 'load-reasons'
  | 'loads'
  | 'loan-money'
  | 'loan-reports'
  | 'loan-states'
  | 'loan-steps'
  | 'loan'
  | 'loans'
  | 'marc-fields'
  | 'money'
  | 'notices'
  | 'partners'
  | 'periods'
  | 'prices'
  | 'problems'
  | 'reconciliation'
  | 'refusals'
  | 'requests'
  | 'scans'
  | 'statements'
  | 'teaching'
  | 'union'
  | 'visibility'
  | 'workbench'
  | 'year-end';
/** The name of a sentence. */
export type WordKey =
  | keyof typeof import('./en/account.ts').account
  | keyof typeof import('./en/accounts.ts').accounts
  | keyof typeof import('./en/budgets.ts').budgets
  | keyof typeof import('./en/catalogue.ts').catalogue
  | keyof typeof import('./en/cataloguing.ts').cataloguing
  | keyof typeof import('./en/citation.ts').citation
  | keyof typeof import('./en/copies.ts').copies
  | keyof typeof import('./en/copyright.ts').copyright
  | keyof typeof import('./en/desk-acts.ts').deskActs
  | keyof typeof import('./en/desk-money.ts').deskMoney
  | keyof typeof import('./en/desk-refusals.ts').deskRefusals
  | keyof typeof import('./en/desk.ts').desk
  | keyof typeof import('./en/editing.ts').editing
  | keyof typeof import('./en/estimate.ts').estimate
  | keyof typeof import('./en/item-changes.ts').itemChanges
  | keyof typeof import('./en/item-mapping.ts').itemMapping
  | keyof typeof import('./en/late.ts').late
  | keyof typeof import('./en/layout.ts').layout
  | keyof typeof import('./en/lists.ts').lists
  | keyof typeof import('./en/load-reasons.ts').loadReasons
  | keyof typeof import('./en/loads.ts').loads
  | keyof typeof import('./en/loan-money.ts').loanMoney
  | keyof typeof import('./en/loan-reports.ts').loanReports
  | keyof typeof import('./en/loan-states.ts').loanStates
  | keyof typeof import('./en/loan-steps.ts').loanSteps
  | keyof typeof import('./en/loan.ts').loan
  | keyof typeof import('./en/loans.ts').loans
  | keyof typeof import('./en/marc-fields.ts').marcFields
  | keyof typeof import('./en/money.ts').money
  | keyof typeof import('./en/notices.ts').notices
  | keyof typeof import('./en/partners.ts').partners
  | keyof typeof import('./en/periods.ts').periods
  | keyof typeof import('./en/prices.ts').prices
  | keyof typeof import('./en/problems.ts').problems
  | keyof typeof import('./en/reconciliation.ts').reconciliation
  | keyof typeof import('./en/refusals.ts').refusals
  | keyof typeof import('./en/requests.ts').requests
  | keyof typeof import('./en/scans.ts').scans
  | keyof typeof import('./en/statements.ts').statements
  | keyof typeof import('./en/teaching.ts').teaching
  | keyof typeof import('./en/union.ts').union
  | keyof typeof import('./en/visibility.ts').visibility
  | keyof typeof import('./en/workbench.ts').workbench
  | keyof typeof import('./en/year-end.ts').yearEnd;
/** The files that are there from the start. */
export const firstWords: readonly WordFile[] = ['catalogue', 'layout', 'problems'];
/** The files that come with a room, or with a part when it is opened, by the component's name. */
export const wordsOf: Readonly<Record<string, readonly WordFile[]>> = {
  AccountRoom: ['account', 'notices', 'refusals', 'requests'],
  Ask: ['refusals', 'requests'],
  AskForPatron: ['citation', 'desk', 'loan', 'loans', 'refusals', 'requests'],
  BrowseRoom: [],
  BudgetsRoom: ['budgets', 'desk-refusals', 'periods', 'reconciliation', 'refusals'],
  CataloguingRoom: ['cataloguing', 'copies', 'item-changes', 'union'],
  ChangeRoom: ['cataloguing', 'desk-acts', 'item-changes', 'refusals', 'union', 'visibility'],
  ChangesRoom: ['cataloguing', 'item-changes', 'refusals', 'union', 'visibility'],
  Choices: ['account', 'notices', 'refusals'],
  CiteRoom: ['citation', 'loans', 'money'],
  CodesRoom: ['accounts', 'refusals', 'statements', 'workbench', 'year-end'],
  CompareRoom: ['money', 'workbench'],
  ConfirmRequest: ['refusals', 'requests'],
  CopyrightRoom: ['copyright', 'desk-refusals', 'loan', 'loans'],
  CopyRoom: ['cataloguing', 'copies', 'desk-acts', 'desk-refusals', 'item-changes', 'refusals', 'union', 'visibility'],
  CourseRoom: ['teaching'],
  CoursesRoom: ['teaching'],
  DeskRoom: ['account', 'desk', 'desk-acts', 'desk-money', 'desk-refusals', 'late', 'notices', 'refusals', 'scans'],
  EditRoom: ['cataloguing', 'editing', 'marc-fields', 'union'],
  EstimateRoom: ['citation', 'desk-refusals', 'estimate', 'money'],
  FiguresRoom: ['desk-money', 'money', 'notices', 'partners', 'refusals', 'workbench'],
  LastCopiesRoom: ['cataloguing', 'copies', 'desk-refusals', 'item-changes', 'refusals', 'union'],
  LateRoom: ['desk', 'late', 'refusals'],
  LedgersRoom: ['accounts', 'desk-money', 'loan', 'loan-money', 'loans', 'money', 'refusals', 'statements'],
  ListRoom: ['lists'],
  ListsRoom: ['lists'],
  LoadRoom: ['cataloguing', 'desk-acts', 'item-changes', 'load-reasons', 'loads', 'union'],
  LoadsRoom: ['cataloguing', 'item-changes', 'item-mapping', 'load-reasons', 'loads', 'union'],
  LoanRoom: ['citation', 'copyright', 'desk', 'desk-money', 'desk-refusals', 'loan', 'loan-states', 'loan-steps', 'loans', 'money', 'partners', 'refusals', 'requests'],
  LoansRoom: ['account', 'citation', 'copyright', 'desk', 'desk-money', 'desk-refusals', 'loan', 'loan-money', 'loan-reports', 'loan-states', 'loan-steps', 'loans', 'partners', 'refusals', 'union'],
  LookLog: ['account'],
  MappingRoom: ['cataloguing', 'editing', 'item-changes', 'item-mapping', 'union'],
  MemberAccountRoom: ['accounts', 'money', 'periods', 'refusals', 'statements', 'year-end'],
  MembersRoom: ['money', 'periods', 'prices', 'workbench'],
  MonthRoom: ['accounts', 'budgets', 'citation', 'desk-money', 'desk-refusals', 'estimate', 'money', 'periods', 'prices', 'reconciliation', 'statements'],
  NewItemRoom: ['cataloguing', 'desk-acts', 'desk-money', 'item-changes', 'union'],
  NoticesRoom: ['account', 'notices', 'refusals'],
  OpenUrlRoom: ['citation', 'loans', 'requests'],
  PartnerRoom: ['desk-money', 'desk-refusals', 'notices', 'partners', 'refusals'],
  PartnersRoom: ['desk-money', 'loan', 'loan-reports', 'notices', 'partners', 'refusals'],
  PeriodsRoom: ['accounts', 'desk-money', 'desk-refusals', 'money', 'periods', 'prices', 'reconciliation', 'refusals', 'statements'],
  PossibleDuplicatesPage: ['cataloguing', 'union'],
  PricesRoom: ['periods', 'prices', 'reconciliation', 'refusals', 'workbench', 'year-end'],
  ProtectedFieldsRoom: ['cataloguing', 'editing', 'marc-fields', 'union'],
  PullRoom: ['desk', 'desk-acts'],
  ReconciliationRoom: ['desk-money', 'desk-refusals', 'loan-money', 'money', 'reconciliation', 'statements', 'year-end'],
  RecordRoom: [],
  ReportsRoom: ['copyright', 'desk-refusals', 'loan', 'loan-reports', 'loan-steps', 'loans', 'money'],
  RequestsRoom: ['desk-refusals', 'money', 'prices', 'scans'],
  SaveButton: [],
  SavePanel: ['lists'],
  ScenarioRoom: ['money', 'notices', 'partners', 'refusals', 'workbench', 'year-end'],
  SearchRoom: [],
  ShelfCheckRoom: ['desk', 'desk-acts', 'desk-refusals', 'refusals', 'scans'],
  SignedInRoom: [],
  SignInRoom: ['refusals'],
  SignUpRoom: ['refusals'],
  StatementRoom: ['accounts', 'citation', 'desk-money', 'estimate', 'loan-money', 'money', 'periods', 'prices', 'reconciliation', 'refusals', 'statements', 'workbench', 'year-end'],
  TakeHits: [],
  TemplatesRoom: ['cataloguing', 'desk-money', 'editing', 'item-changes', 'union'],
  TillRoom: ['desk', 'desk-money', 'desk-refusals', 'refusals'],
  TrueUpRoom: ['money', 'periods', 'reconciliation', 'refusals', 'statements', 'workbench', 'year-end'],
  TryForm: ['desk-acts', 'item-changes', 'item-mapping', 'load-reasons', 'loads', 'union'],
  UnionRoom: ['cataloguing', 'copies', 'editing', 'item-changes', 'loans', 'union', 'visibility'],
  VisibilityRoom: ['cataloguing', 'copies', 'item-changes', 'refusals', 'union', 'visibility'],
  WorkbenchRoom: ['workbench'],
};
