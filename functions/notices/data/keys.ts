import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of notices in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  notice: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE#{noticeId}',
    gsi2: { pk: '{list}', sk: '{since}#{patronId}#{noticeId}' },
    expires: true,
    question:
      'What was this patron told, and is it sent? Claimed once, so that no message is sent twice; gsi2: what waits for a member’s next letters (sparse)',
  },
  noticeChoices: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE-CHOICES',
    question: 'Of what does this patron not want to be told, by which channel?',
  },
  noticeDigest: {
    pk: 'NOTICE-DIGEST#{hour}#{shard}',
    sk: '{patronId}',
    question: 'For whom does a digest go out in this hour? In shards',
  },
  noticeDigestDone: {
    pk: 'NOTICE-DIGEST',
    sk: 'DONE',
    question: 'Up to which hour are the digests out?',
  },
  noticeText: {
    pk: 'NOTICE-TEXTS#{owner}',
    sk: '{language}#{channel}#{template}',
    question: 'In which words of their own do a member or the consortium tell their patrons something?',
  },
  letter: {
    pk: 'PATRON#{patronId}',
    sk: 'LETTER#{batchId}',
    gsi2: { pk: 'LETTERS#{batchId}', sk: '{place}#{patronId}' },
    expires: true,
    question:
      'What was written to this patron in a batch of letters? Erased with the patron; gsi2: the letters of a batch in order',
  },
  letterBatch: {
    pk: 'MEMBER#{memberId}',
    sk: 'LETTER-BATCH#{batchId}',
    question: 'Which batches of letters did this member make, and were they printed? Never to whom',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2: one partition for each, so that none is of low cardinality. */
export const listKey = listKeysOf({ pile: 'LETTER-PILE' });
