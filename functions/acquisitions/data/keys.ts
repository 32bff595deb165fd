import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of acquisitions in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  fiscalYears: {
    pk: 'FISCAL-YEARS#{memberId}',
    sk: 'YEARS',
    personal: { staff: 'Who closed a year' },
    retention: { period: 'permanent: funds and orders belong to a year', ends: [] },
    question: 'Which fiscal years has this member? One item, so that no two years share a day',
  },
  fund: {
    pk: 'FUNDS#{memberId}#{year}',
    sk: '{code}',
    personal: 'none',
    retention: { period: 'permanent: orders and invoices name it', ends: [] },
    question: 'How much was a fund given in a year, what is promised and spent, and what do its limits still allow?',
  },
  fundEntry: {
    pk: 'FUND-JOURNAL#{memberId}#{year}',
    sk: '{entryId}',
    personal: { staff: 'Who moved the money' },
    retention: { period: 'permanent: the journal of the funds', ends: [] },
    question: 'Which movements of money between funds were made in a year, by time?',
  },
  vendor: {
    pk: 'VENDORS#{memberId}',
    sk: '{code}',
    personal: 'none',
    retention: { period: 'permanent: orders name it', ends: [] },
    question: 'From which vendors does this member order, and on which terms?',
  },
  order: {
    pk: 'ORDERS#{memberId}',
    sk: '{orderId}',
    gsi2: { pk: 'ORDERS#{memberId}#{state}', sk: '{orderId}' },
    personal: { staff: 'Who wrote, approved and received it' },
    retention: { period: 'permanent: what a library ordered', ends: [] },
    question: 'What did this member order, from whom, for which funds, and what arrived? By time; gsi2: by state',
  },
  orderNumbers: {
    pk: 'ORDER-NUMBERS#{memberId}',
    sk: '{year}',
    personal: 'none',
    retention: { period: 'permanent: numbers are not given twice', ends: [] },
    question: 'Which number did the last order of a year get?',
  },
  orderOfNumber: {
    pk: 'ORDERS-BY-NUMBER#{memberId}',
    sk: '{number}',
    personal: 'none',
    retention: { period: 'permanent: messages of vendors name orders by their number', ends: [] },
    question: 'Which order of this member has this number?',
  },
  onOrder: {
    pk: 'ON-ORDER#{title}',
    sk: 'TITLE',
    personal: 'none',
    retention: { period: 'permanent: its version tells placed orders of a title apart', ends: [] },
    question:
      'How many copies of this title (ISBN, or record of the catalogue) do placed orders of which library wait for? Changed by the write that changes an order',
  },
  voucherNumbers: {
    pk: 'VOUCHER-NUMBERS#{memberId}',
    sk: '{year}',
    personal: 'none',
    retention: { period: 'permanent: numbers are not given twice', ends: [] },
    question: 'How many vouchers does a fiscal year have? Raised by the write that approves an invoice',
  },
  vendorInvoice: {
    pk: 'VENDOR-INVOICES#{memberId}',
    sk: '{invoiceId}',
    gsi2: { pk: 'VENDOR-INVOICES#{memberId}#{state}', sk: '{invoiceId}' },
    personal: { staff: 'Who entered, approved and paid it' },
    retention: { period: 'permanent: what a library paid', ends: [] },
    question:
      'Which invoices did this member get, what did each spend from which funds, and is it paid? gsi2: by state',
  },
  vendorInvoiceNumber: {
    pk: 'VENDOR-INVOICE-NUMBERS#{memberId}#{year}',
    sk: '{vendor}#{number}',
    personal: 'none',
    retention: { period: 'until its invoice is cancelled or gets another number', ends: ['code'] },
    question: 'Was an invoice of this number entered for a vendor and year already?',
  },
  purchase: {
    pk: 'PURCHASES#{memberId}',
    sk: '{purchaseId}',
    personal: { staff: 'Who bought it, and who undid it' },
    retention: { period: 'permanent: what a library paid', ends: [] },
    question: 'What did this member buy without an order, from which funds, and for which items? By time',
  },
  subscription: {
    pk: 'SUBSCRIPTIONS#{memberId}',
    sk: '{subscriptionId}',
    gsi2: { pk: 'SUBSCRIPTIONS-TO#{recordId}', sk: '{memberId}#{subscriptionId}' },
    personal: { staff: 'Who gets its issues by the routing list' },
    retention: { period: 'permanent: its issues belong to it', ends: [] },
    question:
      'To which serials does this member subscribe, and how do their issues appear? gsi2: who subscribes to a record',
  },
  serialIssue: {
    pk: 'SERIAL-ISSUES#{memberId}#{subscriptionId}',
    sk: '{issueId}',
    gsi2: { pk: 'AWAITED-ISSUES#{memberId}', sk: '{expectedOn}#{subscriptionId}#{issueId}' },
    personal: { staff: 'Who received it' },
    retention: { period: 'until its prediction is replaced; permanent once anything was done with it', ends: ['code'] },
    question:
      'Which issues of a subscription were predicted, and which arrived? By day; gsi2: which are awaited, by day',
  },
  rollOver: {
    pk: 'ROLL-OVERS#{memberId}',
    sk: '{year}#{to}',
    gsi3: { pk: 'ROLL-OVERS-TO-CARRY', sk: '{lookAt}#{memberId}#{year}' },
    personal: { staff: 'Who previewed, committed or undid it' },
    retention: { period: 'permanent: how a year ended', ends: [] },
    question: 'How is a year of this member rolled over into another one? gsi3: those to be carried on (sparse)',
  },
  rollOverRow: {
    pk: 'ROLL-OVER-ROWS#{memberId}#{year}#{to}#{edition}',
    sk: '{list}#{name}',
    personal: 'none',
    retention: { period: 'two years after its preview', ends: ['ttl'] },
    question: 'What does the report of a roll-over say about a fund or an order? By list',
  },
});

export const { key, gsi2, gsi3, indexPartition } = keys;
