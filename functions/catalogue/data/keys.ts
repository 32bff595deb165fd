import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of catalogue in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  itemMapping: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-MAPPING',
    question: 'How does this member put items into its MARC records?',
  },
  fieldProtection: {
    pk: 'MEMBER#{memberId}',
    sk: 'FIELD-PROTECTION',
    question: 'Which fields of this member’s records stay as its staff edited them when its system loads them anew?',
  },
  record: {
    pk: 'REC#{recordId}',
    sk: 'REC',
    question: 'Which source records make this union record; where did it go when merged?',
  },
  recordDocument: {
    pk: 'REC#{recordId}',
    sk: 'DOC',
    question: 'Which members does its index document show with a copy on the shelf, as of which number?',
  },
  indexNumber: {
    pk: 'INDEXNUMBER',
    sk: 'INDEXNUMBER',
    question: 'Which number do the next documents for the index get?',
  },
  source: {
    pk: 'SRC#{sourceId}',
    sk: 'SRC',
    question:
      'What did this member contribute (MARC as it stands, and as it came where staff edited it), and in which union record is it?',
  },
  sourceChange: {
    pk: 'SRC-CHANGES#{sourceId}',
    sk: '{changeId}',
    question: 'Who edited this source record, when and why, and which loads met what was edited?',
  },
  sourceAct: {
    pk: 'SRC-ACTS#{sourceId}',
    sk: '{actId}',
    question:
      'Who hid this source record, a holding or a copy of it, relabelled a copy, took its offer back or ruled on its work, when, why, from what to what?',
  },
  unionDecision: {
    pk: 'UNION-DECISION#{decisionId}',
    sk: 'DECISION',
    question: 'Which source records did staff part or keep together, who, when, why, and was it undone?',
  },
  possibleDuplicate: {
    pk: 'POSSIBLE-DUPLICATES-OF#{memberId}',
    sk: '{one}#{two}',
    gsi2: { pk: 'POSSIBLE-DUPLICATES-OF#{memberId}', sk: '{unlikelihood}#{one}#{two}' },
    question:
      'Which pairs of source records, one of them this member’s, should a person look at? gsi2: the likeliest first. Shown as far as the records still agree',
  },
  duplicateHolding: {
    pk: 'DUPLICATE-HOLDINGS-OF#{memberId}',
    sk: '{recordId}',
    question: 'In which union records do two or more source records of this member stand, and what is behind it?',
  },
  recordDecision: {
    pk: 'REC#{recordId}',
    sk: 'DECISION#{decisionId}',
    question: 'Which decisions of staff made this union record what it is?',
  },
  itemDescription: { pk: 'SRC#{sourceId}', sk: 'ITEM#{itemId}', question: 'Which items hang on this source record?' },
  authority: {
    pk: 'AUTHORITY#{list}#{heading}',
    sk: 'AUTHORITY',
    question: 'Which unused forms lead to this heading (normalized), and which authority records say so?',
  },
  authorityRecord: {
    pk: 'AUTHORITY-RECORD#{authorityId}',
    sk: 'RECORD',
    question: 'Which headings did this authority record have when it was loaded last?',
  },
  itemTemplate: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-TEMPLATE#{name}',
    question: 'Which values does this member give to new items by this name?',
  },
  itemBatch: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'BATCH',
    gsi2: { pk: 'ITEM-BATCHES-OF#{memberId}', sk: '{batchId}' },
    gsi3: { pk: 'ITEM-BATCHES-TO-CARRY', sk: '{lookAt}#{batchId}' },
    expires: true,
    question:
      'Which items are changed together, to what, and how far is it? gsi2: the batches of a member; gsi3: those that a background job is to carry on (sparse)',
  },
  itemBatchLine: {
    pk: 'ITEM-BATCH#{batchId}',
    sk: 'LINE#{about}',
    gsi2: { pk: 'ITEM-BATCH-LINES#{batchId}#{state}', sk: '{about}' },
    expires: true,
    question:
      'What does a batch do with this copy, from what to what, was it done? gsi2: the copies that it changes, leaves, refuses or has changed',
  },
  matchBlock: { pk: 'MATCH#{matchKey}', sk: 'MATCH', question: 'Which source records share this match key?' },
  harvest: {
    pk: 'HARVEST#{recordId}',
    sk: '{set}',
    // The row in the list of all stands in one more: of most records that saves a row of their own.
    gsi1: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    gsi3: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    question:
      'What has the public of this union record, since when, in which sets? gsi3: a set by datestamp, in shards (sparse)',
  },
  import: {
    pk: 'IMPORT#{importId}',
    sk: 'IMPORT',
    gsi2: { pk: 'IMPORTS-OF#{memberId}', sk: '{importId}' },
    question: 'How far is this load? gsi2: the loads of a member',
  },
  importPart: { pk: 'IMPORT#{importId}', sk: 'PART#{part}', question: 'What came of this part of a load?' },
  copyOffer: {
    pk: 'ITEM#{itemId}',
    sk: 'OFFER',
    gsi2: { pk: 'COPY-OFFERS', sk: '{until}#{itemId}' },
    question:
      'Is this last copy offered to the members, until when, and who took it? gsi2: the offers that stand, the next to end first (sparse)',
  },
  withdrawals: {
    pk: 'REC#{recordId}',
    sk: 'WITHDRAWALS',
    question: 'Was a copy of this union record withdrawn meanwhile? A guard: two last copies do not go at once',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
