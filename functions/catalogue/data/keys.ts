import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of catalogue in the shared table: their keys, with the access pattern of each key. */
export const keys = keysOf({
  itemMapping: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-MAPPING',
    personal: 'none',
    retention: { period: 'until the member replaces it', ends: [] },
    question: 'How do this member’s MARC records contain items?',
  },
  fieldProtection: {
    pk: 'MEMBER#{memberId}',
    sk: 'FIELD-PROTECTION',
    personal: 'none',
    retention: { period: 'until the member replaces it', ends: [] },
    question: 'Which fields of this member’s records retain the edits of staff when they are loaded again?',
  },
  record: {
    pk: 'REC#{recordId}',
    sk: 'REC',
    personal: 'none',
    retention: { period: 'permanent, also once merged: links to it must still work', ends: [] },
    question: 'Which source records form this union record; with which record was it merged?',
  },
  recordDocument: {
    pk: 'REC#{recordId}',
    sk: 'DOC',
    personal: 'none',
    retention: { period: 'as long as its union record', ends: [] },
    question: 'Which members does its index document show with a copy on the shelf, as of which number?',
  },
  indexNumber: {
    pk: 'INDEXNUMBER',
    sk: 'INDEXNUMBER',
    personal: 'none',
    retention: { period: 'permanent: one counter', ends: [] },
    question: 'Which number do the next documents for the index get?',
  },
  source: {
    pk: 'SRC#{sourceId}',
    sk: 'SRC',
    personal: 'none',
    retention: {
      period: 'permanent, also when withdrawn; that of a borrowed item until its return to the lender',
      ends: ['code'],
    },
    question:
      'What did this member contribute (MARC as it stands, and as it came where staff edited it), and in which union record is it?',
  },
  fastAdded: {
    pk: 'FAST-ADDED#{memberId}',
    sk: '{sourceId}',
    personal: 'none',
    retention: { period: 'until a cataloguer has described its record', ends: ['code'] },
    question: 'Which brief records, created at a desk to lend an item, wait for a cataloguer of this member?',
  },
  sourceChange: {
    pk: 'SRC-CHANGES#{sourceId}',
    sk: '{changeId}',
    personal: { staff: 'Who edited a record, for questions and undo' },
    retention: { period: 'permanent, with the history of the record', ends: [] },
    question: 'Who edited this source record, when and why, and which loads affected the edits?',
  },
  sourceAct: {
    pk: 'SRC-ACTS#{sourceId}',
    sk: '{actId}',
    personal: { staff: 'Who hid or relabelled a part, for questions' },
    retention: { period: 'permanent, with the history of the record', ends: [] },
    question:
      'Who hid this source record, a holding or a copy of it, relabelled a copy, took its offer back or ruled on its work, when, why, from what to what?',
  },
  unionDecision: {
    pk: 'UNION-DECISION#{decisionId}',
    sk: 'DECISION',
    personal: { staff: 'Who separated or joined records, for questions and undo' },
    retention: { period: 'permanent: later loads apply it', ends: [] },
    question: 'Which source records did staff separate or join, who, when, why, and was it undone?',
  },
  possibleDuplicate: {
    pk: 'POSSIBLE-DUPLICATES-OF#{memberId}',
    sk: '{one}#{two}',
    gsi2: { pk: 'POSSIBLE-DUPLICATES-OF#{memberId}', sk: '{unlikelihood}#{one}#{two}' },
    personal: 'none',
    retention: { period: 'permanent: a decided pair is not proposed again', ends: [] },
    question:
      'Which pairs of source records, one of them this member’s, should a person look at? gsi2: the likeliest first. Shown as far as the records still agree',
  },
  duplicateHolding: {
    pk: 'DUPLICATE-HOLDINGS-OF#{memberId}',
    sk: '{recordId}',
    personal: 'none',
    retention: { period: 'until the member has one source record in the union record', ends: ['code'] },
    question: 'Which union records contain two or more source records of this member, and why?',
  },
  recordDecision: {
    pk: 'REC#{recordId}',
    sk: 'DECISION#{decisionId}',
    personal: 'none',
    retention: { period: 'permanent, with its decision', ends: [] },
    question: 'Which decisions of staff determined this union record?',
  },
  itemDescription: {
    pk: 'SRC#{sourceId}',
    sk: 'ITEM#{itemId}',
    personal: 'none',
    retention: { period: 'until the item is withdrawn or returned to its lender', ends: ['code'] },
    question: 'Which items belong to this source record?',
  },
  authority: {
    pk: 'AUTHORITY#{list}#{heading}',
    sk: 'AUTHORITY',
    personal: 'none',
    retention: { period: 'until no authority record contains it', ends: ['code'] },
    question: 'Which unused forms lead to this heading (normalized), and which authority records contain them?',
  },
  authorityRecord: {
    pk: 'AUTHORITY-RECORD#{authorityId}',
    sk: 'RECORD',
    personal: 'none',
    retention: { period: 'until it is loaded again', ends: [] },
    question: 'Which headings did this authority record have when it was loaded last?',
  },
  itemTemplate: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-TEMPLATE#{name}',
    personal: 'none',
    retention: { period: 'until the member deletes it', ends: ['code'] },
    question: 'Which values does this member give to new items by this name?',
  },
  itemBatch: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'BATCH',
    gsi1: { pk: 'ITEM-BATCHES-TO-START#{memberId}', sk: '{at}#{of}#{batchId}' },
    gsi2: { pk: 'ITEM-BATCHES-OF#{list}', sk: '{batchId}' },
    gsi3: { pk: 'ITEM-BATCHES-TO-CARRY', sk: '{lookAt}#{batchId}' },
    personal: { staff: 'Who changed the items or records of a batch' },
    retention: { period: 'two years after it was opened', ends: ['ttl'] },
    question:
      'Which items or records are changed together, to what, and how far is it? gsi1: those of a member that are previewed and not started (sparse); gsi2: the batches of a member, of items and of records apart; gsi3: those that a background job is to carry on (sparse)',
  },
  itemBatchLine: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'LINE#{about}',
    gsi2: { pk: 'ITEM-BATCH-LINES#{batchId}#{state}', sk: '{about}' },
    personal: 'none',
    retention: { period: 'as long as its batch', ends: ['ttl'] },
    question:
      'What does a batch do with this copy or record, from what to what, was it done? gsi2: those that it changes, leaves, refuses or has changed',
  },
  matchBlock: {
    pk: 'MATCH#{matchKey}',
    sk: 'MATCH',
    personal: 'none',
    retention: { period: 'permanent: match keys of source records', ends: [] },
    question: 'Which source records share this match key?',
  },
  harvest: {
    pk: 'HARVEST#{recordId}',
    sk: '{set}',
    // The row in the list of all records is in two sets' lists as well, which saves most records a second row.
    gsi1: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    gsi2: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    gsi3: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    personal: 'none',
    retention: { period: 'permanent: harvesters must learn of deletions', ends: [] },
    question:
      'What has the public of this union record, since when, in which sets? gsi1, gsi2, gsi3: a set by datestamp, in shards (sparse)',
  },
  import: {
    pk: 'IMPORT#{importId}',
    sk: 'IMPORT',
    gsi2: { pk: 'IMPORTS-OF#{memberId}', sk: '{importId}' },
    personal: { staff: 'Who opened the load' },
    retention: { period: 'permanent: the history of loads', ends: [] },
    question: 'What is the progress of this load? gsi2: the loads of a member',
  },
  importPart: {
    pk: 'IMPORT#{importId}',
    sk: 'PART#{part}',
    personal: 'none',
    retention: { period: 'permanent, with its load', ends: [] },
    question: 'What is the result of this part of a load?',
  },
  redecision: {
    pk: 'REDECISION',
    sk: 'REDECISION',
    personal: 'none',
    retention: { period: 'until the next match rules', ends: [] },
    question: 'How far do stored records follow the match rules?',
  },
  changedHeading: {
    pk: 'IMPORT#{importId}',
    sk: 'HEADING#{authorityId}#{list}',
    personal: 'none',
    retention: { period: 'permanent, with its load; deleted when the load itself changes it back', ends: ['code'] },
    question: 'Which headings of authority records did this load change, from what to what?',
  },
  copyOffer: {
    pk: 'ITEM#{itemId}',
    sk: 'OFFER',
    gsi2: { pk: 'COPY-OFFERS', sk: '{until}#{itemId}' },
    personal: { staff: 'Who offered a last copy and who took it' },
    retention: { period: 'until the offer ends because the copy is retained, moved or withdrawn', ends: ['code'] },
    question:
      'Is this last copy offered to the members, until when, and who took it? gsi2: the offers that stand, the next to end first (sparse)',
  },
  withdrawals: {
    pk: 'REC#{recordId}',
    sk: 'WITHDRAWALS',
    personal: 'none',
    retention: { period: 'permanent: a counter of its union record', ends: [] },
    question:
      'Was a copy of this union record withdrawn meanwhile? A guard, so that two last copies are not withdrawn at once',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
