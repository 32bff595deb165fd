import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of failed attempts in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  attemptPair: {
    pk: 'ATTEMPTS#{subject}',
    sk: 'FROM#{kind}#{source}',
    personal: {
      patron: 'To lock guesses of a PIN, and to recognise where the patron signed in (pseudonyms of card and address)',
      outsider:
        'To recognise where a person who holds a seat signed in (pseudonyms of the e-mail and internet address)',
    },
    retention: { period: '90 days after the last attempt', ends: ['ttl', 'erasure'] },
    question:
      'How many wrong PINs, codes or secrets came from this source (hashed address, or machine) for this hashed card or client, is it locked, did a right one come?',
  },
  attemptCount: {
    pk: 'ATTEMPTS#{subject}',
    sk: 'WINDOW#{kind}#{window}',
    personal: {
      patron: 'To slow down guesses of PINs of one or many cards (pseudonyms of card and address)',
      outsider: 'To limit links that are sent to one e-mail address (a pseudonym of it)',
    },
    retention: { period: 'a day after its window, at most 31 days', ends: ['ttl', 'erasure'] },
    question:
      'How many failures came from this hashed source or its network, or for this hashed card from new addresses, in this window?',
  },
  attemptReset: {
    pk: 'ATTEMPTS#{subject}',
    sk: 'RESET',
    personal: {
      patron: 'To end the locks of a card with a new PIN (a pseudonym of the card)',
      outsider: 'To end earlier links of a person who holds a seat and signed in (a pseudonym of the e-mail address)',
    },
    retention: { period: '90 days after the new PIN, or the sign-in', ends: ['ttl', 'erasure'] },
    question:
      'From when on do failures for this hashed card or client, or links that were sent to this hashed address, count?',
  },
  attemptSalt: {
    pk: 'ATTEMPT-SALT',
    sk: 'SALT',
    personal: 'none',
    retention: { period: 'permanent: one row', ends: [] },
    question: 'With which salt does this deployment hash the cards and addresses of attempts?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
