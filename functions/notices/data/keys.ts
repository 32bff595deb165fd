import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of notices in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  notice: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE#{noticeId}',
    gsi2: { pk: '{list}', sk: '{since}#{patronId}#{noticeId}' },
    personal: { patron: 'To notify a patron once, and to show the notices' },
    retention: { period: '90 days', ends: ['ttl', 'erasure'] },
    question:
      'Which notices did this patron get, and are they sent? Claimed once, so that no message is sent twice; gsi2: what waits for a member’s next letters (sparse)',
  },
  noticeChoices: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE-CHOICES',
    personal: { patron: 'To notify by the chosen channels' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Which notices has this patron turned off, by which channel?',
  },
  noticeNumber: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE-NUMBER',
    gsi2: { pk: 'NOTICE-NUMBER#{number}', sk: '{patronId}' },
    personal: {
      patron: 'To send text messages to the number that the patron gave for them, and to stop them by reply',
    },
    retention: { period: 'until the patron takes it back', ends: ['code', 'erasure'] },
    question:
      'To which number does this patron want which notices as text messages, and how many were sent today? gsi2: whose number answered STOP?',
  },
  noticeDigest: {
    pk: 'NOTICE-DIGEST#{hour}#{shard}',
    sk: '{patronId}',
    personal: { patron: 'To send digests at the chosen hour' },
    retention: { period: 'until its digest is sent', ends: ['code', 'erasure'] },
    question: 'Which patrons get a digest in this hour? In shards',
  },
  noticeDigestDone: {
    pk: 'NOTICE-DIGEST',
    sk: 'DONE',
    personal: 'none',
    retention: { period: 'permanent: one marker', ends: [] },
    question: 'Up to which hour are the digests sent?',
  },
  noticeText: {
    pk: 'NOTICE-TEXTS#{owner}',
    sk: '{language}#{channel}#{template}',
    personal: 'none',
    retention: { period: 'until it is reset to the built-in text', ends: ['code'] },
    question: 'Which texts of notices did a member or the consortium set?',
  },
  letter: {
    pk: 'PATRON#{patronId}',
    sk: 'LETTER#{batchId}',
    gsi2: { pk: 'LETTERS#{batchId}', sk: '{place}#{patronId}' },
    personal: { patron: 'To print a letter with its text and address' },
    retention: { period: '90 days', ends: ['ttl', 'erasure'] },
    question:
      'Which letter did this patron get in a batch? Erased with the patron; gsi2: the letters of a batch in order',
  },
  letterBatch: {
    pk: 'MEMBER#{memberId}',
    sk: 'LETTER-BATCH#{batchId}',
    personal: 'none',
    retention: { period: 'permanent: the number of printed letters', ends: [] },
    question: 'Which batches of letters did this member make, and were they printed? Without their patrons',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2: one partition for each, so that none is of low cardinality. */
export const listKey = listKeysOf({ awaitingLetter: 'AWAITING-LETTER' });
