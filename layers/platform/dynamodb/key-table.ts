/** An entity's keys: of the table, and of the indexes that it is in. */
export type KeyRow = {
  pk: string;
  sk: string;
  gsi1?: { pk: string; sk: string };
  gsi2?: { pk: string; sk: string };
  gsi3?: { pk: string; sk: string };
  gsi4?: { pk: string; sk: string };
  /** Seconds after which a copy may vanish (TTL attribute `expiresAt`). */
  expires?: true;
};

const rows = <T extends Record<string, KeyRow>>(table: T): T => table;

/**
 * The key table: every entity of the one table and its keys; docs/key-questions.ts says which question they answer, and
 * docs/data-model.md is generated from both. `{name}` is a value; values are escaped so that none can forge another entity's key. Hand-written, no ORM (ADR 2).
 */
export const keyTable = rows({
  // membership
  member: {
    pk: 'MEMBER#{memberId}',
    sk: 'MEMBER',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}' },
  },
  branch: {
    pk: 'MEMBER#{memberId}',
    sk: 'BRANCH#{branchId}',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}#{branchId}' },
  },
  department: {
    pk: 'MEMBER#{memberId}',
    sk: 'DEPARTMENT#{code}',
  },
  itemMapping: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-MAPPING',
  },
  fieldProtection: {
    pk: 'MEMBER#{memberId}',
    sk: 'FIELD-PROTECTION',
  },
  staff: {
    pk: 'STAFF#{staffId}',
    sk: 'STAFF',
    gsi2: { pk: 'STAFF-OF#{memberId}', sk: '{staffId}' },
  },
  staffEmail: { pk: 'EMAIL#{email}', sk: 'EMAIL' },
  audit: {
    pk: 'AUDIT#{subject}',
    sk: '{at}#{auditId}',
  },
  machineClient: {
    pk: 'CLIENT#{clientId}',
    sk: 'CLIENT',
    gsi2: { pk: 'CLIENTS-OF#{memberId}', sk: '{clientId}' },
  },
  // patrons
  patronStanding: {
    pk: 'PATRON#{patronId}',
    sk: 'STANDING',
  },
  patronPerson: {
    pk: 'PATRON#{patronId}',
    sk: 'PERSON',
    gsi2: { pk: 'PATRONS-OF#{memberId}', sk: '{nameKey}#{patronId}' },
  },
  patronPin: { pk: 'PATRON#{patronId}', sk: 'PIN' },
  signIn: {
    pk: 'SIGNIN#{number}',
    sk: 'SIGNIN',
    expires: true,
  },
  patronLook: {
    pk: 'PATRON#{patronId}',
    sk: 'LOOK#{at}#{lookId}',
  },
  erasure: {
    pk: 'ERASURE#{patronId}',
    sk: 'ERASURE',
    gsi2: { pk: 'ERASURES', sk: '{patronId}' },
  },
  pinCode: {
    pk: 'PATRON#{patronId}',
    sk: 'PIN-CODE',
    expires: true,
  },
  patronWard: {
    pk: 'PATRON#{patronId}',
    sk: 'WARD#{wardId}',
  },
  proxy: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY#{proxyId}',
  },
  proxyFor: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY-FOR#{sponsorId}',
  },
  patronChange: {
    pk: 'PATRON#{patronId}',
    sk: 'CHANGE#{at}#{changeId}',
  },
  alikeKey: {
    pk: 'ALIKE#{likeness}',
    sk: '{patronId}',
  },
  alikePair: {
    pk: 'PATRON#{patronId}',
    sk: 'ALIKE#{otherId}',
    gsi2: { pk: 'ALIKE-OF#{memberId}', sk: '{at}#{patronId}#{otherId}' },
  },
  agesOut: {
    pk: 'AGES-OUT#{shard}',
    sk: '{day}#{patronId}',
  },
  signUp: {
    pk: 'SIGN-UP#{signUpId}',
    sk: 'SIGN-UP',
    expires: true,
  },
  signUpCount: {
    pk: 'SIGN-UPS#{about}',
    sk: '{window}',
    expires: true,
  },
  temporaryPatron: {
    pk: 'TEMPORARY#{shard}',
    sk: '{day}#{patronId}',
  },
  patronRows: {
    pk: 'PATRON-ROWS',
    sk: 'DONE',
  },
  patronMerge: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGE',
    gsi2: { pk: 'MERGES', sk: '{patronId}' },
  },
  patronFormer: {
    pk: 'PATRON#{patronId}',
    sk: 'FORMER#{formerId}',
  },
  pastLoan: {
    pk: 'PATRON#{patronId}',
    sk: 'PAST#{loanId}',
    expires: true,
  },
  loanStatistic: {
    pk: 'LOANS-ENDED#{memberId}#{month}',
    sk: '{day}#{loanId}',
  },
  patronLists: {
    pk: 'PATRON#{patronId}',
    sk: 'LISTS',
  },
  savedTitle: {
    pk: 'PATRON#{patronId}',
    sk: 'LIST-TITLE#{listId}#{recordId}',
  },
  patronBill: {
    pk: 'PATRON#{patronId}',
    sk: 'BILL#{billId}',
  },
  notice: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE#{noticeId}',
    gsi2: { pk: '{list}', sk: '{since}#{patronId}#{noticeId}' },
    expires: true,
  },
  noticeChoices: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE-CHOICES',
  },
  noticeDigest: {
    pk: 'NOTICE-DIGEST#{hour}#{shard}',
    sk: '{patronId}',
  },
  noticeDigestDone: {
    pk: 'NOTICE-DIGEST',
    sk: 'DONE',
  },
  noticeText: {
    pk: 'NOTICE-TEXTS#{owner}',
    sk: '{language}#{channel}#{template}',
  },
  letter: {
    pk: 'PATRON#{patronId}',
    sk: 'LETTER#{batchId}',
    gsi2: { pk: 'LETTERS#{batchId}', sk: '{place}#{patronId}' },
    expires: true,
  },
  letterBatch: {
    pk: 'MEMBER#{memberId}',
    sk: 'LETTER-BATCH#{batchId}',
  },
  card: {
    pk: 'CARD#{number}',
    sk: 'CARD',
  },
  // catalogue
  record: {
    pk: 'REC#{recordId}',
    sk: 'REC',
  },
  recordDocument: {
    pk: 'REC#{recordId}',
    sk: 'DOC',
  },
  indexNumber: {
    pk: 'INDEXNUMBER',
    sk: 'INDEXNUMBER',
  },
  source: {
    pk: 'SRC#{sourceId}',
    sk: 'SRC',
  },
  sourceChange: {
    pk: 'SRC-CHANGES#{sourceId}',
    sk: '{changeId}',
  },
  sourceAct: {
    pk: 'SRC-ACTS#{sourceId}',
    sk: '{actId}',
  },
  unionDecision: {
    pk: 'UNION-DECISION#{decisionId}',
    sk: 'DECISION',
  },
  doubt: {
    pk: 'DOUBTS-OF#{memberId}',
    sk: '{one}#{two}',
    gsi2: { pk: 'DOUBTS-OF#{memberId}', sk: '{unlikelihood}#{one}#{two}' },
  },
  double: {
    pk: 'DOUBLES-OF#{memberId}',
    sk: '{recordId}',
  },
  recordDecision: {
    pk: 'REC#{recordId}',
    sk: 'DECISION#{decisionId}',
  },
  itemDescription: { pk: 'SRC#{sourceId}', sk: 'ITEM#{itemId}' },
  authority: {
    pk: 'AUTHORITY#{list}#{heading}',
    sk: 'AUTHORITY',
  },
  authorityRecord: {
    pk: 'AUTHORITY-RECORD#{authorityId}',
    sk: 'RECORD',
  },
  itemTemplate: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-TEMPLATE#{name}',
  },
  itemBatch: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'BATCH',
    gsi2: { pk: 'ITEM-BATCHES-OF#{memberId}', sk: '{batchId}' },
    gsi3: { pk: 'ITEM-BATCHES-TO-CARRY', sk: '{lookAt}#{batchId}' },
    expires: true,
  },
  itemBatchLine: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'LINE#{about}',
    gsi2: { pk: 'ITEM-BATCH-LINES#{batchId}#{state}', sk: '{about}' },
    expires: true,
  },
  matchBlock: { pk: 'MATCH#{matchKey}', sk: 'MATCH' },
  harvest: {
    pk: 'HARVEST#{recordId}',
    sk: '{set}',
    // The row in the list of all stands in one more: of most records that saves a row of their own.
    gsi1: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    gsi3: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
  },
  import: {
    pk: 'IMPORT#{importId}',
    sk: 'IMPORT',
    gsi2: { pk: 'IMPORTS-OF#{memberId}', sk: '{importId}' },
  },
  importPart: { pk: 'IMPORT#{importId}', sk: 'PART#{part}' },
  // onboarding
  load: {
    pk: 'LOAD#{loadId}',
    sk: 'LOAD',
    gsi2: { pk: 'LOADS-OF#{memberId}', sk: '{loadId}' },
  },
  loadFile: { pk: 'LOAD#{loadId}', sk: 'FILE#{fileId}' },
  loadRun: { pk: 'LOAD#{loadId}', sk: 'RUN#{runId}' },
  loadPart: { pk: 'LOAD-RUN#{runId}', sk: 'PART#{part}' },
  loadedRow: {
    pk: 'LOADED#{digest}',
    sk: 'LOADED',
  },
  patronFeed: {
    pk: 'PATRON#{patronId}',
    sk: 'FEED',
  },
  // circulation
  item: {
    pk: 'ITEM#{itemId}',
    sk: 'CIRC',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOAN#{loanId}' },
    gsi2: { pk: '{list}', sk: '{since}#{itemId}' },
  },
  floatGuests: {
    pk: 'BRANCH#{branchId}',
    sk: 'GUESTS#{group}',
  },
  watch: {
    pk: 'WATCH#{shard}',
    sk: '{at}#{about}',
  },
  lateLoan: {
    pk: 'LATE#{branchId}',
    sk: '{stage}#{since}#{loanId}',
  },
  cardExpiry: {
    pk: 'CARDS-EXPIRE#{branchId}',
    sk: '{expiresOn}#{patronId}',
    expires: true,
  },
  barcode: {
    pk: 'BARCODE#{barcode}',
    sk: 'BARCODE',
  },
  hold: {
    pk: 'REC#{recordId}',
    sk: 'HOLD#{holdId}',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'HOLD#{holdId}' },
    gsi2: { pk: '{list}', sk: '{since}#{holdId}' },
    gsi3: { pk: 'HOLDS-DUE#{day}#{shard}', sk: '{due}#{holdId}' },
    gsi4: { pk: 'REC-MOVED-UP#{recordId}', sk: '{queuedAt}#{holdId}' },
    expires: true,
  },
  holdElsewhere: {
    pk: 'REC#{recordId}',
    sk: 'HOLD-ELSEWHERE#{holdId}',
  },
  holdLook: {
    pk: 'HOLDS-LOOK#{shard}',
    sk: '{lookAt}#{holdId}',
    expires: true,
  },
  copyOffer: {
    pk: 'ITEM#{itemId}',
    sk: 'OFFER',
    gsi2: { pk: 'COPY-OFFERS', sk: '{until}#{itemId}' },
  },
  withdrawals: {
    pk: 'REC#{recordId}',
    sk: 'WITHDRAWALS',
  },
  inventory: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'INVENTORY',
    gsi2: { pk: 'INVENTORIES-OF#{branchId}', sk: '{inventoryId}' },
    gsi3: { pk: 'INVENTORIES-TO-COUNT', sk: '{lookAt}#{inventoryId}' },
    expires: true,
  },
  inventoryScan: {
    pk: 'SCANNED#{inventoryId}#{about}',
    sk: 'SCANNED',
    gsi2: { pk: 'INVENTORY-FOUND#{inventoryId}#{finding}', sk: '{number}#{about}' },
    expires: true,
  },
  inventoryNotSeen: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'NOT-SEEN#{location}#{callNumber}#{itemId}',
    expires: true,
  },
  holdReset: {
    pk: 'HOLD-LOG#{holdId}',
    sk: '{at}#{v}',
    expires: true,
  },
  // resource sharing
  loanRequest: {
    pk: 'LOANREQ#{requestId}',
    sk: 'REQUEST',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOANREQ#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
  },
  loanRequestAsk: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ASK#{ordinal}',
    gsi1: { pk: 'ITEM-ASKED#{itemId}', sk: '{askedAt}#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
  },
  loanRequestRota: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ROTA',
  },
  loanRequestStep: {
    pk: 'LOANREQ#{requestId}',
    sk: 'STEP#{step}',
  },
  loanRequestWait: {
    pk: 'LOANREQ#{requestId}',
    sk: 'WAIT',
  },
  loanRequestClaim: {
    pk: 'PATRON#{patronId}',
    sk: 'LOANREQ-FOR#{recordId}',
  },
  partner: {
    pk: 'PARTNER#{partnerId}',
    sk: 'PARTNER',
    gsi2: { pk: 'PARTNERS', sk: '{partnerId}' },
  },
  illSymbol: {
    pk: 'ILLSYMBOL#{symbol}',
    sk: 'ILLSYMBOL',
  },
  librarySymbol: {
    pk: 'MEMBER#{memberId}',
    sk: 'ILLSYMBOL',
    gsi2: { pk: 'LIBRARY-SYMBOLS', sk: '{memberId}' },
  },
  partnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'REQUEST#{side}#{number}#{symbol}',
  },
  partnerWish: {
    pk: 'PARTNER#{partnerId}',
    sk: 'WISH#{digest}',
  },
  partnerDay: {
    pk: 'PARTNER#{partnerId}',
    sk: 'DAY#{day}',
    expires: true,
  },
  partnerHeard: {
    pk: 'HEARD#{partnerId}#{hash}',
    sk: 'HEARD',
    expires: true,
  },
  partnerMessage: {
    pk: 'LOANREQ-MAIL#{requestId}',
    sk: '{at}#{messageId}',
    gsi2: { pk: 'PARTNER-MAIL#{partnerId}', sk: '{at}#{messageId}' },
    gsi4: { pk: 'PARTNER-FAILED#{partnerId}', sk: '{at}#{messageId}' },
    expires: true,
  },
  loanDocument: {
    pk: 'LOANDOC#{documentId}',
    sk: 'DOCUMENT',
    gsi3: { pk: 'LOANDOCS-END#{day}#{shard}', sk: '{forgetAt}#{documentId}' },
    expires: true,
  },
  lendingBalance: {
    pk: 'MEMBER#{memberId}',
    sk: 'LENDING',
  },
  copyrightCount: {
    pk: 'MEMBER#{memberId}',
    sk: 'CONTU#{year}#{periodical}',
    expires: true,
  },
  periodicalName: {
    pk: 'PERIODICAL#{name}',
    sk: 'ALSO#{also}',
  },
  copyrightCopy: {
    pk: 'LOANREQ#{requestId}',
    sk: 'COPYRIGHT',
    gsi2: { pk: 'CONTU-OF#{memberId}#{year}', sk: '{periodical}#{requestId}' },
    expires: true,
  },
  loanReport: {
    pk: 'MEMBER#{requester}',
    sk: 'LOANREPORT#{month}#{supplier}#{service}',
    gsi2: { pk: 'LOANS-SUPPLIED#{supplier}', sk: '{month}#{requester}#{service}' },
  },
  // teaching
  term: {
    pk: 'MEMBER#{memberId}',
    sk: 'TERM#{termId}',
    gsi2: { pk: 'TERMS-OPEN', sk: '{endsOn}#{memberId}#{termId}' },
  },
  courseOfTerm: {
    pk: 'TERM#{memberId}#{termId}',
    sk: '{code}',
  },
  course: { pk: 'COURSE#{courseId}', sk: 'COURSE' },
  courseMaterial: {
    pk: 'COURSE#{courseId}',
    sk: 'MATERIAL#{entryId}',
  },
  courseWord: {
    pk: 'COURSE-WORD#{head}',
    sk: '{word}#{courseId}#{whose}',
    expires: true,
  },
  itemReserves: {
    pk: 'ITEM#{itemId}',
    sk: 'RESERVES',
  },
  schoolScheme: {
    pk: 'MEMBER#{memberId}',
    sk: 'SCHOOL',
  },
  schoolClass: {
    pk: 'SCHOOL#{memberId}',
    sk: 'CLASS#{classId}',
  },
  pupilNumber: {
    pk: 'SCHOOL#{memberId}',
    sk: 'NUMBER#{localId}',
  },
  pupil: {
    pk: 'PATRON#{patronId}',
    sk: 'PUPIL',
    gsi2: { pk: 'CLASS#{memberId}#{classId}', sk: '{nameKey}#{patronId}' },
  },
  classTeacher: {
    pk: 'PATRON#{patronId}',
    sk: 'TEACHES#{memberId}#{classId}',
  },
  schoolYear: {
    pk: 'SCHOOL#{memberId}',
    sk: 'YEAR#{year}',
    gsi2: { pk: 'YEARS-DUE', sk: '{on}#{memberId}#{year}' },
  },
  // governance
  policy: {
    pk: 'POLICY#{kind}',
    sk: '{effectiveFrom}#{version}',
  },
  policyVersion: {
    pk: 'POLICY-VERSION#{kind}',
    sk: '{version}',
  },
  priceProposal: {
    pk: 'PRICE-PROPOSAL',
    sk: 'LATEST',
  },
  // finance
  receiptNumbers: {
    pk: 'BRANCH#{branchId}',
    sk: 'RECEIPTS',
  },
  receipt: {
    pk: 'RECEIPTS#{branchId}#{day}',
    sk: '{number}',
  },
  till: {
    pk: 'TILLS#{memberId}#{month}',
    sk: '{day}#{branchId}',
  },
  ledgerEntry: {
    pk: 'LEDGER#{period}#{shard}',
    sk: '{at}#{entryId}',
    gsi2: { pk: 'LEDGER-OWING#{memberId}#{period}', sk: '{at}#{entryId}' },
    gsi4: { pk: 'LEDGER-OWED#{memberId}#{period}', sk: '{at}#{entryId}' },
  },
  ledgerClaim: {
    pk: 'LEDGER-ENTRY#{entryId}',
    sk: 'CLAIM',
  },
  partnerAccount: {
    pk: 'MEMBER#{memberId}',
    sk: 'PARTNER-ACCOUNT#{partnerId}',
  },
  voucherStock: {
    pk: 'MEMBER#{memberId}',
    sk: 'VOUCHERS',
  },
  memberFigures: {
    pk: 'COST-FIGURES',
    sk: '{memberId}',
  },
  scenario: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'SCENARIO',
    gsi2: { pk: 'SCENARIOS', sk: '{scenarioId}' },
    gsi4: { pk: 'SCENARIOS-ADOPTED', sk: '{scenarioId}' },
  },
  scenarioFee: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'FEE#{seal}#{memberId}',
  },
  scenarioYear: {
    pk: 'SCENARIO-YEARS',
    sk: '{year}',
  },
  period: {
    pk: 'PERIODS',
    sk: 'MONTH#{month}',
  },
  periodChain: {
    pk: 'PERIODS',
    sk: 'CHAIN',
  },
  periodWait: {
    pk: 'PERIOD#{month}',
    sk: 'WAIT',
  },
  periodPreparer: {
    pk: 'PERIOD#{month}',
    sk: 'PREPARER#{by}',
  },
  adjustment: {
    pk: 'PERIOD#{month}',
    sk: 'ADJUSTMENT#{memberId}#{lineId}',
  },
  statement: {
    pk: 'PERIOD#{month}',
    sk: 'STATEMENT#{memberId}',
  },
  statementPart: {
    pk: 'STATEMENT#{month}#{memberId}',
    sk: '{round}#{part}',
  },
  invoiceNumbers: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'NUMBERS',
  },
  invoice: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'INVOICE#{number}',
  },
  accountLine: {
    pk: 'ACCOUNT#{memberId}',
    sk: '{at}#{entryId}',
  },
  accountHead: {
    pk: 'MEMBER#{memberId}',
    sk: 'ACCOUNT',
  },
  bankReference: {
    pk: 'BANK-REFERENCE#{reference}',
    sk: 'BANK-REFERENCE',
  },
  payout: {
    pk: 'MEMBER#{memberId}',
    sk: 'PAYOUT#{payoutId}',
    gsi2: { pk: 'PAYOUTS-ASKED', sk: '{payoutId}' },
  },
  accountCodes: {
    pk: 'ACCOUNT-CODES',
    sk: '{memberId}#{version}',
  },
  trueUp: {
    pk: 'TRUE-UPS',
    sk: '{year}#{fee}',
  },
  restatement: {
    pk: 'RESTATEMENTS',
    sk: '{month}',
  },
  dispute: {
    pk: 'MEMBER#{memberId}',
    sk: 'DISPUTE#{month}#{lineId}',
    gsi2: { pk: 'DISPUTES-OPEN', sk: '{since}#{memberId}#{month}#{lineId}' },
  },
  budget: {
    pk: 'BUDGETS#{owner}',
    sk: 'BUDGET#{measure}#{span}#{from}',
    gsi2: { pk: 'BUDGETS', sk: '{owner}#{measure}#{span}#{from}' },
  },
  budgetAlert: {
    pk: 'BUDGETS#{owner}',
    sk: 'ALERT#{name}',
  },
  budgetAlerts: {
    pk: 'BUDGET-ALERTS',
    sk: '{month}',
  },
  spending: {
    pk: 'SPENDING#{owner}',
    sk: '{month}',
  },
  usageDay: {
    pk: 'USAGE#{month}#{member}',
    sk: '{day}#{operation}',
  },
  usageBatch: {
    pk: 'BATCH#{batchId}',
    sk: 'BATCH',
    expires: true,
  },
  usageEvidence: {
    pk: 'EVIDENCE#{day}#{operation}',
    sk: '{batchId}#{part}',
    expires: true,
  },
  evidencePack: {
    pk: 'EVIDENCE-PACK#{day}#{operation}',
    sk: 'PACK',
  },
  lateEvidence: {
    pk: 'EVIDENCE-LATE',
    sk: '{day}#{operation}',
  },
  evidencePacked: {
    pk: 'EVIDENCE-PACKED',
    sk: 'UNTIL',
  },
  usageWaiting: {
    pk: 'WAITING#{lambdaRequestId}',
    sk: 'WAITING',
    expires: true,
  },
  idleReading: {
    pk: 'IDLE#{month}',
    sk: '{day}',
  },
  platformBill: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'BILL#{billId}',
  },
  platformBillHead: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'HEAD',
  },
  acceptedException: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'ACCEPTED#{exceptionId}#{difference}',
  },
  // shared
  request: {
    pk: 'IDEM#{actor}#{operation}#{requestKey}',
    sk: 'IDEM',
    expires: true,
  },
});
