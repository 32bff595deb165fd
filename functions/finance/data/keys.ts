import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of finance in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  priceProposal: {
    pk: 'PRICE-PROPOSAL',
    sk: 'LATEST',
    personal: { staff: 'Who prepared and approved a price change: two people' },
    retention: { period: 'until the next proposal', ends: [] },
    question: 'Which price change waits for an approver, or was adopted last? One at a time',
  },
  voucherStock: {
    pk: 'MEMBER#{memberId}',
    sk: 'VOUCHERS',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question: 'How many vouchers of each kind does this member have?',
  },
  memberFigures: {
    pk: 'COST-FIGURES',
    sk: '{memberId}',
    personal: { staff: 'Who set the figures' },
    retention: { period: 'until they are replaced', ends: [] },
    question:
      'What does a cost-sharing formula know of this member? Of all members, to reckon their fees (one row a member)',
  },
  scenario: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'SCENARIO',
    gsi2: { pk: 'SCENARIOS', sk: '{scenarioId}' },
    gsi4: { pk: 'SCENARIOS-ADOPTED', sk: '{scenarioId}' },
    personal: { staff: 'Who made and adopted it' },
    retention: { period: 'permanent: fees derive from it', ends: [] },
    question:
      'By which formula would costs be shared, and was it adopted? gsi2: all scenarios; gsi4: the adopted ones, for members (sparse)',
  },
  scenarioFee: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'FEE#{seal}#{memberId}',
    personal: 'none',
    retention: { period: 'permanent, with its scenario', ends: [] },
    question:
      'Which fee has this member by an adopted scenario, from which figures? Those of the seal in its header count',
  },
  scenarioYear: {
    pk: 'SCENARIO-YEARS',
    sk: '{year}',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question: 'Which scenarios were adopted for this year? Incremented by each adoption, so that none misses another',
  },
  periodChain: {
    pk: 'PERIODS',
    sk: 'CHAIN',
    personal: 'none',
    retention: { period: 'permanent: the chain of closed months', ends: [] },
    question:
      'Which period was closed last, and what is its seal? Raised with each close, so that the chain has one end',
  },
  periodWait: {
    pk: 'PERIOD#{month}',
    sk: 'WAIT',
    personal: 'none',
    retention: { period: 'permanent: the last token of a month', ends: [] },
    question: 'Which workflow task waits for the next step of this period?',
  },
  periodPreparer: {
    pk: 'PERIOD#{month}',
    sk: 'PREPARER#{by}',
    personal: { staff: 'To record the preparers of a month, who may not approve it' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Who took part in preparing this month, also by a withdrawn step? These persons cannot approve it',
  },
  adjustment: {
    pk: 'PERIOD#{month}',
    sk: 'ADJUSTMENT#{memberId}#{lineId}',
    personal: { staff: 'Who corrected a statement' },
    retention: { period: 'permanent, unless withdrawn before the month is closed', ends: ['code'] },
    question:
      'Which corrections and credits are in the statements of this period? Each line is claimed once in a period',
  },
  adjustedSum: {
    pk: 'ADJUSTED#{memberId}',
    sk: 'SUM#{of}',
    personal: 'none',
    retention: { period: 'permanent: figures of a member', ends: [] },
    question:
      'Which corrections of this line, or credits of this member in this month, count in the bound of the billing policy?',
  },
  statement: {
    pk: 'PERIOD#{month}',
    sk: 'STATEMENT#{memberId}',
    personal: 'none',
    retention: { period: 'permanent: ledger', ends: [] },
    question:
      'What does a member’s statement of this month come to, what is its hash, is it booked and by which invoice?',
  },
  statementPart: {
    pk: 'STATEMENT#{month}#{memberId}',
    sk: '{round}#{part}',
    personal: { staff: 'Who made an adjustment, as shown on the statement' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'What is the exact text of the statement as written in this round?',
  },
  invoiceNumbers: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'NUMBERS',
    personal: 'none',
    retention: { period: 'permanent: numbers without a gap', ends: [] },
    question:
      'Which was the last invoice number of this issuer’s fiscal year? Raised with the invoice: none is left out',
  },
  invoice: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'INVOICE#{number}',
    personal: 'none',
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Which invoices and credit notes were issued in this fiscal year, in order?',
  },
  accountLine: {
    pk: 'ACCOUNT#{memberId}',
    sk: '{at}#{entryId}',
    personal: 'none',
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'What was this member charged by the consortium, credited, and what has it paid?',
  },
  accountHead: {
    pk: 'MEMBER#{memberId}',
    sk: 'ACCOUNT',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question:
      'How often was this member’s account written? What is decided by its lines is written while none is added',
  },
  bankReference: {
    pk: 'BANK-REFERENCE#{reference}',
    sk: 'BANK-REFERENCE',
    personal: 'none',
    retention: { period: 'permanent, unless the payment is reversed', ends: ['code'] },
    question: 'Was this transfer of the bank booked already? Claimed once',
  },
  bankClaim: {
    pk: 'BANK-CLAIM#{claim}',
    sk: 'BANK-CLAIM',
    personal: 'none',
    retention: { period: 'permanent, unless the decision is taken back', ends: ['code'] },
    question: 'Was this entry of an account statement booked already? By account and reference, or place',
  },
  payout: {
    pk: 'MEMBER#{memberId}',
    sk: 'PAYOUT#{payoutId}',
    gsi2: { pk: 'PAYOUTS-ASKED', sk: '{payoutId}' },
    personal: { staff: 'Who requested and who decided: two people' },
    retention: { period: 'permanent: ledger', ends: [] },
    question:
      'Who asked for this credit to be paid out, who decided and how? gsi2: those that wait for an approver (sparse)',
  },
  accountCodes: {
    pk: 'ACCOUNT-CODES',
    sk: '{memberId}#{version}',
    personal: { staff: 'Who changed the codes' },
    retention: { period: 'permanent: statements name them', ends: [] },
    question:
      'By which codes of its own books are lines of this member’s statements named, from which day? Of all members, to write statements; a version is never changed',
  },
  reminder: {
    pk: 'REMINDERS#{memberId}',
    sk: 'REMINDER#{invoice}#{level}',
    personal: { staff: 'Who sent it by hand' },
    retention: { period: 'permanent: ledger', ends: ['code'] },
    question:
      'Which reminders of this member’s overdue invoices were sent, of which level, when? Each level of an invoice is claimed once',
  },
  reminderPause: {
    pk: 'REMINDERS#{memberId}',
    sk: 'PAUSE#{invoice}',
    personal: { staff: 'Who decided it' },
    retention: { period: 'until it is replaced', ends: [] },
    question: 'Until which day is this invoice not reminded, by whom and why?',
  },
  trueUp: {
    pk: 'TRUE-UPS',
    sk: '{year}#{fee}',
    personal: { staff: 'Who prepared and who approved: two people' },
    retention: { period: 'permanent: ledger', ends: [] },
    question:
      'What did this fee of this year come to against what was billed, who prepared and approved it, into which month did it go? Once a fee and year',
  },
  restatement: {
    pk: 'RESTATEMENTS',
    sk: '{month}',
    personal: { staff: 'Who prepared and who approved: two people' },
    retention: { period: 'permanent: ledger', ends: [] },
    question:
      'By which later bills was this closed month set right, who prepared and approved it, into which months did it go? The last, with those before it',
  },
  bankStatement: {
    pk: 'BANK-STATEMENTS',
    sk: '{statementId}',
    personal: { staff: 'Who sent the file' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Which account statements of the bank were read, by day, and with how many entries? Once each',
  },
  bankEntry: {
    pk: 'BANK-STATEMENT#{statementId}',
    sk: 'ENTRY#{number}',
    personal: { staff: 'Who matched or set aside an entry' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Which entries does this account statement have, and what was decided of each?',
  },
  dispute: {
    pk: 'MEMBER#{memberId}',
    sk: 'DISPUTE#{month}#{lineId}',
    gsi2: { pk: 'DISPUTES-OPEN', sk: '{since}#{memberId}#{month}#{lineId}' },
    personal: { staff: 'Who wrote it' },
    retention: { period: 'permanent: ledger', ends: [] },
    question:
      'Does this member dispute a line of a statement, and which messages were exchanged? gsi2: those that wait for an answer or a correction (sparse)',
  },
  budget: {
    pk: 'BUDGETS#{owner}',
    sk: 'BUDGET#{measure}#{span}#{from}',
    gsi2: { pk: 'BUDGETS', sk: '{owner}#{measure}#{span}#{from}' },
    personal: { staff: 'Who set it' },
    retention: { period: 'until it is replaced', ends: [] },
    question:
      'What may this member, or the consortium, spend in a month or fiscal year from this one on? gsi2: the budgets of all, to be watched',
  },
  budgetAlert: {
    pk: 'BUDGETS#{owner}',
    sk: 'ALERT#{name}',
    personal: 'none',
    retention: { period: 'permanent: claimed once', ends: [] },
    question:
      'Which threshold of a budget was passed, when, in which period? Claimed once, and published to subscribers',
  },
  budgetAlerts: {
    pk: 'BUDGET-ALERTS',
    sk: '{month}',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question: 'How many budget alerts were raised in this month? Incremented with each',
  },
  spending: {
    pk: 'SPENDING#{owner}',
    sk: '{month}',
    personal: 'none',
    retention: { period: 'permanent: figures of a member', ends: [] },
    question:
      'What has this member, or the consortium, spent in this month: by the report so far, by its closed statement?',
  },
  usageDay: {
    pk: 'USAGE#{month}#{member}',
    sk: '{day}#{operation}',
    personal: 'none',
    retention: { period: 'permanent: the use of a member, without persons', ends: [] },
    question: 'What did this member use, by day and operation?',
  },
  usageBatch: {
    pk: 'BATCH#{batchId}',
    sk: 'BATCH',
    personal: 'none',
    retention: { period: 'until no further report of the platform can arrive', ends: ['ttl'] },
    question: 'Was this batch of log lines, none of which contains use, counted before?',
  },
  usageEvidence: {
    pk: 'EVIDENCE#{day}#{operation}',
    sk: '{batchId}#{part}',
    personal: 'none',
    retention: { period: '24 days, then in files of the bucket', ends: ['ttl'] },
    question:
      'Which requests make up this line, until the day is packed? And was this batch of log lines counted before?',
  },
  evidencePack: {
    pk: 'EVIDENCE-PACK#{day}#{operation}',
    sk: 'PACK',
    personal: 'none',
    retention: { period: 'permanent: the location of the evidence', ends: [] },
    question: 'Which files in the bucket hold the requests that make up this line, and which members are in each?',
  },
  lateEvidence: {
    pk: 'EVIDENCE-LATE',
    sk: '{day}#{operation}',
    personal: 'none',
    retention: { period: 'until its day is packed again', ends: ['code'] },
    question: 'For which days did evidence arrive after they may have been packed? Deleted when they are packed again',
  },
  evidencePacked: {
    pk: 'EVIDENCE-PACKED',
    sk: 'UNTIL',
    personal: 'none',
    retention: { period: 'permanent: one marker', ends: [] },
    question: 'Up to which day is all evidence packed?',
  },
  usageWaiting: {
    pk: 'WAITING#{lambdaRequestId}',
    sk: 'WAITING',
    personal: 'none',
    retention: { period: 'until its other half arrives, or can no longer arrive', ends: ['code', 'ttl'] },
    question: 'Which half of a request (its line or the platform’s report) still waits for the other?',
  },
  idleReading: {
    pk: 'IDLE#{month}',
    sk: '{day}',
    personal: 'none',
    retention: { period: 'permanent: sizes of the deployment', ends: [] },
    question: 'How large was the idle capacity (search domain, table, files, alarms, keys) on the days of this month?',
  },
  platformBill: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'BILL#{billId}',
    personal: { staff: 'Who sent the bill' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Which bills of the platform arrived for this month, from which files, and with which result?',
  },
  platformBillHead: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'HEAD',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question: 'How many bills of this month were read? Incremented with each, so that no approval misses the latest',
  },
  acceptedException: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'ACCEPTED#{exceptionId}#{difference}',
    personal: { staff: 'Who accepted a difference, and why' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Was this difference of the bill, of exactly this amount, explained? Once',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
