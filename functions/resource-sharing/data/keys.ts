import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of resource-sharing in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  loanRequest: {
    pk: 'LOANREQ#{requestId}',
    sk: 'REQUEST',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOANREQ#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    question:
      'How far is this loan request? gsi1: a patron’s requests (sparse); gsi2: a member’s open requests as requester',
  },
  loanRequestAsk: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ASK#{ordinal}',
    gsi1: { pk: 'ITEM-ASKED#{itemId}', sk: '{askedAt}#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    question:
      'What was this supplier asked and what did it answer? gsi1: for which requests this copy is to be shipped (sparse); gsi2: a supplier’s queue (sparse)',
  },
  loanRequestRota: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ROTA',
    question: 'Whom to ask for this loan request, in which order and why so?',
  },
  loanRequestStep: {
    pk: 'LOANREQ#{requestId}',
    sk: 'STEP#{step}',
    question: 'What happened to this loan request, in order?',
  },
  loanRequestWait: {
    pk: 'LOANREQ#{requestId}',
    sk: 'WAIT',
    question: 'Which task of its workflow waits for news of this loan request?',
  },
  loanRequestClaim: {
    pk: 'PATRON#{patronId}',
    sk: 'LOANREQ-FOR#{recordId}',
    question: 'Has this patron an open loan request for this record? Claimed once',
  },
  partner: {
    pk: 'PARTNER#{partnerId}',
    sk: 'PARTNER',
    gsi2: { pk: 'PARTNERS', sk: '{partnerId}' },
    question: 'Which library or broker outside is this, where and how is it spoken to? gsi2: all partners',
  },
  illSymbol: {
    pk: 'ILLSYMBOL#{symbol}',
    sk: 'ILLSYMBOL',
    question: 'Whose symbol (or account name) is this: a partner’s, a member’s, the consortium’s? Claimed once',
  },
  partnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'REQUEST#{side}#{number}#{symbol}',
    question:
      'Which request of ours does this partner, at this side of it, know by this number, of this library behind it (asked of this symbol of ours, or `*`)? Claimed once',
  },
  lastPartnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'LAST-REQUEST#{digest}',
    question: 'Which request of this partner was the last for this record, library and patron (a digest)?',
  },
  partnerDay: {
    pk: 'PARTNER#{partnerId}',
    sk: 'DAY#{day}',
    expires: true,
    question: 'How many messages came from this partner on this day?',
  },
  receivedMessage: {
    pk: 'RECEIVED#{partnerId}#{hash}',
    sk: 'RECEIVED',
    expires: true,
    question: 'Did this very message come from this partner before? Claimed once',
  },
  partnerMessage: {
    pk: 'LOANREQ-MESSAGES#{requestId}',
    sk: '{at}#{messageId}',
    gsi2: { pk: 'PARTNER-MESSAGES#{partnerId}', sk: '{at}#{messageId}' },
    gsi4: { pk: 'PARTNER-FAILED#{partnerId}', sk: '{at}#{messageId}' },
    expires: true,
    question:
      'Which messages were exchanged with partners about this request, in order, and in which state is each? gsi2: all messages of a partner; gsi4: what could not be delivered to it (sparse)',
  },
  loanDocument: {
    pk: 'LOANDOC#{documentId}',
    sk: 'DOCUMENT',
    gsi3: { pk: 'LOANDOCS-END#{day}#{shard}', sk: '{forgetAt}#{documentId}' },
    expires: true,
    question:
      'Which copy was sent for this loan request, until when and how often may its link be used? Never to whom; gsi3: the files to be forgotten on a day, by shard (sparse)',
  },
  lendingBalance: {
    pk: 'MEMBER#{memberId}',
    sk: 'LENDING',
    question: 'How much did this member lend, borrow, and how fast did it answer?',
  },
  copyrightCount: {
    pk: 'MEMBER#{memberId}',
    sk: 'CONTU#{year}#{periodical}',
    expires: true,
    question:
      'How many copies of articles of this periodical did this member ask for in this calendar year, within the limit and beyond it?',
  },
  periodicalName: {
    pk: 'PERIODICAL#{name}',
    sk: 'ALSO#{also}',
    question: 'By which other ISSNs and titles is this periodical known, as citations and records say them together?',
  },
  copyrightCopy: {
    pk: 'LOANREQ#{requestId}',
    sk: 'COPYRIGHT',
    gsi2: { pk: 'CONTU-OF#{memberId}#{year}', sk: '{periodical}#{requestId}' },
    expires: true,
    question:
      'As which copy does this loan request count, was it filled, who let it pass? Never for whom; gsi2: the copies of a member’s year by periodical',
  },
  loanReport: {
    pk: 'MEMBER#{requester}',
    sk: 'LOANREPORT#{month}#{supplier}#{service}',
    gsi2: { pk: 'LOANS-SUPPLIED#{supplier}', sk: '{month}#{requester}#{service}' },
    question:
      'What came in this month of what one library asked of another: filled, unfilled and why, how fast, at what cost? gsi2: the same by supplier',
  },
  partnerAccount: {
    pk: 'MEMBER#{memberId}',
    sk: 'PARTNER-ACCOUNT#{partnerId}',
    question: 'What do this member and this library outside owe each other, by currency?',
  },
  librarySymbol: {
    pk: 'MEMBER#{memberId}',
    sk: 'ILLSYMBOL',
    gsi2: { pk: 'LIBRARY-SYMBOLS', sk: '{memberId}' },
    question: 'By which symbol do partners know this member (or the consortium)? gsi2: those of all members',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2: one partition for each, so that none is of low cardinality. */
export const listKey = listKeysOf({ requester: 'REQUESTER', supplier: 'SUPPLIER' });
