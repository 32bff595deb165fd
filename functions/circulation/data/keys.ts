import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of circulation in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  patronBill: {
    pk: 'PATRON#{patronId}',
    sk: 'BILL#{billId}',
    personal: {
      patron: 'To collect the debts of a patron, with their reasons',
      staff: 'Who charged, waived or took money',
    },
    retention: {
      period: 'as long as the patron; once settled, without its item as soon as the loan may be anonymised',
      ends: ['erasure'],
    },
    question: 'Which bills are open? The only link from a bill to a person',
  },
  scheduledCheck: {
    pk: 'SCHEDULED-CHECK#{shard}',
    sk: '{at}#{about}',
    personal: { patron: 'To warn before a card ends' },
    retention: { period: 'until its time has come and it was processed', ends: ['code', 'erasure'] },
    question:
      'Which loans, cards and copies on hold shelves are to be checked by now: due soon, to be renewed, overdue, to be notified again, to age to lost, soon to expire? In shards; a row that is done or too late is skipped and deleted',
  },
  lateLoan: {
    pk: 'LATE#{branchId}',
    sk: '{stage}#{since}#{loanId}',
    personal: 'none',
    retention: { period: 'until the loan ends', ends: ['code'] },
    question:
      'Which loans made at this branch, or of its items, are overdue or lost, the oldest first? Shown as far as the item agrees',
  },
  lateClasses: {
    pk: 'MEMBER#{memberId}',
    sk: 'TERM-OVERDUE#{branchId}',
    personal: 'none',
    retention: { period: 'a class until no loan of it is overdue', ends: ['code'] },
    question:
      'How many overdue loans on the late list of this branch are of each class of its school? Counted with the list, read with the terms of the member',
  },
  hold: {
    pk: 'REC#{recordId}',
    sk: 'HOLD#{holdId}',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'HOLD#{holdId}' },
    gsi2: { pk: '{list}', sk: '{since}#{holdId}' },
    gsi3: { pk: 'HOLDS-DUE#{day}#{shard}', sk: '{due}#{holdId}' },
    gsi4: { pk: 'REC-MOVED-UP#{recordId}', sk: '{queuedAt}#{holdId}' },
    personal: { patron: 'To hold a copy for the patron, and to notify them' },
    retention: { period: '30 days after it ended', ends: ['ttl', 'erasure'] },
    question:
      'Who waits for this record, in order of request? gsi1: a patron’s open holds (sparse); gsi2: a pickup branch’s holds that no copy can fill (sparse); gsi3: the holds that time changes on a day, by shard (sparse); gsi4: the open holds that staff moved before older ones (sparse)',
  },
  holdElsewhere: {
    pk: 'REC#{recordId}',
    sk: 'HOLD-ELSEWHERE#{holdId}',
    personal: 'none',
    retention: { period: 'until its hold ends', ends: ['code'] },
    question: 'Which holds for a work, placed on another edition, could this record fill?',
  },
  queueCounters: {
    pk: 'REC#{recordId}',
    sk: 'QUEUE-COUNTERS',
    gsi3: { pk: 'MOST-REQUESTED', sk: '{waiting}#{recordId}' },
    personal: 'none',
    retention: { period: 'a day after the last hold on its record ended', ends: ['ttl'] },
    question:
      'In which order do holds wait for this record, and how many copies are there for them, by what the rules distinguish? Counted again after each change of the queue; gsi3: the records for which several holds wait, by their number (sparse)',
  },
  holdCheck: {
    pk: 'HOLD-CHECKS#{shard}',
    sk: '{lookAt}#{holdId}',
    personal: 'none',
    retention: { period: 'until its time, or 90 days later at the latest', ends: ['code', 'ttl'] },
    question:
      'Which waiting holds are due for a check, because a page times out or a branch opens? In shards; an outdated row is ignored and deleted',
  },
  holdReset: {
    pk: 'HOLD-LOG#{holdId}',
    sk: '{at}#{v}',
    personal: {
      patron: 'To record that the patron released a copy',
      staff: 'Who took a copy from a hold, and why',
    },
    retention: { period: '400 days', ends: ['ttl', 'erasure'] },
    question: 'Which copies did this hold lose, when, why, by whom and where?',
  },
  itemReserves: {
    pk: 'ITEM#{itemId}',
    sk: 'RESERVES',
    personal: 'none',
    retention: { period: 'until no course has the copy on reserve', ends: ['code'] },
    question: 'Which courses have this copy on reserve, in the order of their requests?',
  },
  receiptNumbers: {
    pk: 'BRANCH#{branchId}',
    sk: 'RECEIPTS',
    personal: 'none',
    retention: { period: 'permanent: numbers without a gap', ends: [] },
    question:
      'Which was the last receipt number of this branch? Incremented with the receipt, so that numbers have no gap',
  },
  receipt: {
    pk: 'RECEIPTS#{branchId}#{day}',
    sk: '{number}',
    personal: { staff: 'Who took the money' },
    retention: { period: 'permanent: the accounts of a branch, without the payer', ends: [] },
    question: 'Which receipts did this branch issue on this day? Without patrons',
  },
  till: {
    pk: 'TILLS#{memberId}#{month}',
    sk: '{day}#{branchId}',
    personal: { staff: 'Who opened, counted and closed the till' },
    retention: { period: 'permanent: the accounts of a branch', ends: [] },
    question: 'What should be in the till of this branch on this day, and what was counted?',
  },
  tote: {
    pk: 'TOTES#{from}',
    sk: '{toteId}',
    gsi2: { pk: 'TOTES-TO#{to}', sk: '{toteId}' },
    personal: 'none',
    retention: { period: '90 days after it was opened', ends: ['ttl'] },
    question:
      'Which totes does this branch pack and send with the courier, what is in them, and how long did they take? gsi2: those that come to a branch',
  },
  toteItem: {
    pk: 'TOTE-ITEM#{itemId}',
    sk: 'TOTE',
    personal: 'none',
    retention: { period: '90 days after the tote was opened, or until the item is taken out', ends: ['ttl', 'code'] },
    question: 'Which tote was this item packed into last? Claimed once, so that it is in one open tote at most',
  },
  branchClosing: {
    pk: 'CLOSING#{closingId}',
    sk: 'CLOSING',
    gsi2: { pk: 'CLOSINGS-OF#{branchId}', sk: '{closingId}' },
    gsi3: { pk: 'CLOSINGS-DUE', sk: '{lookAt}#{closingId}' },
    personal: { staff: 'Who closed the branch' },
    retention: { period: '60 days after it was opened', ends: ['ttl'] },
    question:
      'Which days is a branch closed out of turn, and which due dates move? gsi2: the closings of a branch; gsi3: those that the background job carries on (sparse)',
  },
  closingLine: {
    pk: 'CLOSING#{closingId}',
    sk: 'LINE#{itemId}',
    personal: 'none',
    retention: { period: 'as long as its closing', ends: ['ttl'] },
    question: 'Which date of this copy moves because of the closing, from when to when, and is it done?',
  },
  deviceTransaction: {
    pk: 'DEVICES#{branchId}',
    sk: '{transactionId}',
    gsi2: { pk: '{list}', sk: '{since}#{transactionId}' },
    personal: { patron: 'To record what a device did with the card', staff: 'Who handled it' },
    retention: { period: '30 days once handled, else 180 days', ends: ['ttl', 'erasure', 'code'] },
    question: 'What did a device do that was not recorded? gsi2: a branch’s open or handled ones',
  },
  pastLoan: {
    pk: 'PATRON#{patronId}',
    sk: 'PAST#{loanId}',
    personal: {
      patron: 'To show a reading history to patrons who turned it on, and to know the borrower while a fee is open',
    },
    retention: {
      period: 'by the policy of patrons; with the reading history on, until the patron deletes it',
      ends: ['ttl', 'code', 'erasure'],
    },
    question:
      'What did this patron return? Stored while the reading history is on, a rule requires it, or a fee is open',
  },
  refusal: {
    pk: 'REFUSAL#{refusalId}',
    sk: 'REFUSAL',
    personal: 'none',
    retention: { period: 'a day', ends: ['ttl'] },
    question: 'Which decision was refused, for the archive? Written once and read by the stream only',
  },
  loanStatistic: {
    pk: 'LOANS#{memberId}#{month}',
    sk: '{day}#{eventId}',
    personal: 'none',
    retention: { period: 'permanent: counts without a borrower', ends: [] },
    question:
      'What was lent or renewed at this member’s desks in this month (local days), and to which category? Never to whom',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2: one partition for each, so that none has low cardinality. */
export const listKey = listKeysOf({ hopeless: 'HOPELESS', deviceOpen: 'DEVICE-OPEN', deviceHandled: 'DEVICE-HANDLED' });
