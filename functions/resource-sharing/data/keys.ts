import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of resource-sharing in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  loanRequest: {
    pk: 'LOANREQ#{requestId}',
    sk: 'REQUEST',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOANREQ#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    gsi3: { pk: '{list}', sk: '{step}#{since}#{shown}' },
    personal: {
      patron: 'To know the patron of a request; its history has no patron',
      staff: 'Who took a step of the request',
      outsider: 'To send an item or a copy to a partner, possibly to the address of its patron',
    },
    retention: {
      period: 'the patron until erased; the request permanent, because reports count it',
      ends: ['erasure'],
    },
    question:
      'How far is this loan request? gsi1: a patron’s requests (sparse); gsi2: a member’s open requests as requester; gsi3: those that wait for a step of its staff, by step, with what a list shows (sparse)',
  },
  loanRequestAsk: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ASK#{ordinal}',
    gsi1: { pk: 'ITEM-ASKED#{itemId}', sk: '{askedAt}#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    gsi3: { pk: '{list}', sk: '{step}#{since}#{shown}' },
    personal: 'none',
    retention: { period: 'as long as its request', ends: [] },
    question:
      'What was this supplier asked and what did it answer? gsi1: for which requests this copy is to be shipped (sparse); gsi2: a supplier’s queue (sparse); gsi3: the part of it that waits for a step of its staff, by step, with what a list shows (sparse)',
  },
  loanRequestRota: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ROTA',
    personal: 'none',
    retention: { period: 'as long as its request', ends: [] },
    question: 'Which suppliers are asked for this loan request, in which order and why?',
  },
  loanRequestStep: {
    pk: 'LOANREQ#{requestId}',
    sk: 'STEP#{step}',
    personal: { staff: 'Who took a step' },
    retention: { period: 'as long as its request', ends: [] },
    question: 'What happened to this loan request, in order?',
  },
  loanRequestWait: {
    pk: 'LOANREQ#{requestId}',
    sk: 'WAIT',
    personal: 'none',
    retention: { period: 'as long as its request', ends: [] },
    question: 'Which workflow task waits for a change of this loan request?',
  },
  loanRequestClaim: {
    pk: 'PATRON#{patronId}',
    sk: 'LOANREQ-FOR#{recordId}',
    personal: { patron: 'To permit one open request of a patron for a record' },
    retention: { period: 'until the request ends', ends: ['code', 'erasure'] },
    question: 'Does this patron have an open loan request for this record? Claimed once',
  },
  partner: {
    pk: 'PARTNER#{partnerId}',
    sk: 'PARTNER',
    gsi2: { pk: 'PARTNERS', sk: '{partnerId}' },
    personal: { outsider: 'To contact a partner library' },
    retention: { period: 'until the partner is removed', ends: ['code'] },
    question: 'Which partner (external library or broker) is this, and what is its address? gsi2: all partners',
  },
  illSymbol: {
    pk: 'ILLSYMBOL#{symbol}',
    sk: 'ILLSYMBOL',
    personal: 'none',
    retention: { period: 'until its library releases it', ends: ['code'] },
    question: 'Who owns this symbol (or account name): a partner, a member or the consortium? Claimed once',
  },
  partnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'REQUEST#{side}#{number}#{symbol}',
    personal: 'none',
    retention: { period: 'permanent: a late message must find its request', ends: [] },
    question:
      'Which request of ours does this partner, at this side of it, know by this number, of this library behind it (asked of this symbol of ours, or `*`)? Claimed once',
  },
  lastPartnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'LAST-REQUEST#{digest}',
    personal: { outsider: 'To recognise a repeated request of one patron of a partner (a digest)' },
    retention: { period: 'permanent, as a digest', ends: [] },
    question: 'Which request of this partner was the last for this record, library and patron (a digest)?',
  },
  partnerDay: {
    pk: 'PARTNER#{partnerId}',
    sk: 'DAY#{day}',
    personal: 'none',
    retention: { period: 'three days', ends: ['ttl'] },
    question: 'How many messages came from this partner on this day?',
  },
  receivedMessage: {
    pk: 'RECEIVED#{partnerId}#{hash}',
    sk: 'RECEIVED',
    personal: 'none',
    retention: { period: '90 days', ends: ['ttl'] },
    question: 'Was this message received from this partner before? Claimed once',
  },
  partnerMessage: {
    pk: 'LOANREQ-MESSAGES#{requestId}',
    sk: '{at}#{messageId}',
    gsi2: { pk: 'PARTNER-MESSAGES#{partnerId}', sk: '{at}#{messageId}' },
    gsi4: { pk: 'PARTNER-FAILED#{partnerId}', sk: '{at}#{messageId}' },
    personal: { outsider: 'To send items to a partner, and a digest of its patron' },
    retention: {
      period: 'by the sharing policy, some days after it was settled; addresses until the decision',
      ends: ['ttl'],
    },
    question:
      'Which messages were exchanged with partners about this request, in order, and in which state is each? gsi2: all messages of a partner; gsi4: what could not be delivered to it (sparse)',
  },
  loanDocument: {
    pk: 'LOANDOC#{documentId}',
    sk: 'DOCUMENT',
    gsi3: { pk: 'LOANDOCS-END#{day}#{shard}', sk: '{forgetAt}#{documentId}' },
    personal: 'none',
    retention: { period: '90 days after its file was deleted', ends: ['ttl'] },
    question:
      'Which copy was sent for this loan request, until when and how often may its link be used? Never to whom; gsi3: the files to be forgotten on a day, by shard (sparse)',
  },
  lendingBalance: {
    pk: 'MEMBER#{memberId}',
    sk: 'LENDING',
    personal: 'none',
    retention: { period: 'permanent: counts', ends: [] },
    question: 'How much did this member lend, borrow, and how fast did it answer?',
  },
  copyrightCount: {
    pk: 'MEMBER#{memberId}',
    sk: 'CONTU#{year}#{periodical}',
    personal: 'none',
    retention: { period: 'as long as the copyright guidelines require (sharing policy)', ends: ['ttl'] },
    question:
      'How many copies of articles of this periodical did this member ask for in this calendar year, within the limit and beyond it?',
  },
  periodicalName: {
    pk: 'PERIODICAL#{name}',
    sk: 'ALSO#{also}',
    personal: 'none',
    retention: { period: 'permanent: names of periodicals', ends: [] },
    question: 'Which other ISSNs and titles does this periodical have, according to citations and records?',
  },
  copyrightCopy: {
    pk: 'LOANREQ#{requestId}',
    sk: 'COPYRIGHT',
    gsi2: { pk: 'CONTU-OF#{memberId}#{year}', sk: '{periodical}#{requestId}' },
    personal: { staff: 'Who permitted a copy beyond the limit' },
    retention: { period: 'as long as the copyright guidelines require (sharing policy)', ends: ['ttl'] },
    question:
      'As which copy does this loan request count, was it filled, who let it pass? Never for whom; gsi2: the copies of a member’s year by periodical',
  },
  loanReport: {
    pk: 'MEMBER#{requester}',
    sk: 'LOANREPORT#{month}#{supplier}#{service}',
    gsi2: { pk: 'LOANS-SUPPLIED#{supplier}', sk: '{month}#{requester}#{service}' },
    personal: 'none',
    retention: { period: 'permanent: counts', ends: [] },
    question:
      'What came in this month of what one library asked of another: filled, unfilled and why, how fast, at what cost? gsi2: the same by supplier',
  },
  partnerAccount: {
    pk: 'MEMBER#{memberId}',
    sk: 'PARTNER-ACCOUNT#{partnerId}',
    personal: 'none',
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'What do this member and this external library owe each other, by currency?',
  },
  librarySymbol: {
    pk: 'MEMBER#{memberId}',
    sk: 'ILLSYMBOL',
    gsi2: { pk: 'LIBRARY-SYMBOLS', sk: '{memberId}' },
    personal: 'none',
    retention: { period: 'until it is replaced', ends: [] },
    question: 'Which symbol do partners use for this member (or the consortium)? gsi2: those of all members',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2 and gsi3: one partition for each, so that none is of low cardinality. */
export const listKey = listKeysOf({ requester: 'REQUESTER', supplier: 'SUPPLIER', today: 'LOANS-TODAY' });
