import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of patrons in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  department: {
    pk: 'MEMBER#{memberId}',
    sk: 'DEPARTMENT#{code}',
    question: 'Which departments has this member, and on which cost centre are their people’s charges booked?',
  },
  patronStatus: {
    pk: 'PATRON#{patronId}',
    sk: 'STATUS',
    question: 'May this patron borrow: counters, blocks, expiry?',
  },
  patronPerson: {
    pk: 'PATRON#{patronId}',
    sk: 'PERSON',
    gsi2: { pk: 'PATRONS-OF#{memberId}', sk: '{nameKey}#{patronId}' },
    question:
      'Who is this patron (the one erasable item with personal data)? gsi2: the patrons of a home library by name',
  },
  patronPin: { pk: 'PATRON#{patronId}', sk: 'PIN', question: 'Does the PIN fit, and since when is it this one?' },
  signIn: {
    pk: 'SIGNIN#{number}',
    sk: 'SIGNIN',
    expires: true,
    question: 'How many wrong PINs came for this card number (whether or not there is such a card), is it locked?',
  },
  patronLook: {
    pk: 'PATRON#{patronId}',
    sk: 'LOOK#{at}#{lookId}',
    question: 'Which staff elsewhere looked at this patron, when and why?',
  },
  erasure: {
    pk: 'ERASURE#{patronId}',
    sk: 'ERASURE',
    gsi2: { pk: 'ERASURES', sk: '{patronId}' },
    question: 'Is this patron to be erased, and how far is it? gsi2: the erasures that are not through',
  },
  pinCode: {
    pk: 'PATRON#{patronId}',
    sk: 'PIN-CODE',
    expires: true,
    question: 'Which one-time code may set a new PIN, until when, and how many were sent today?',
  },
  patronWard: {
    pk: 'PATRON#{patronId}',
    sk: 'WARD#{wardId}',
    question: 'For whom does this patron answer as guarantor?',
  },
  proxy: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY#{proxyId}',
    question: 'Who may borrow or collect for this patron, and until when?',
  },
  proxyFor: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY-FOR#{sponsorId}',
    question: 'For whom may this patron borrow or collect?',
  },
  patronChange: {
    pk: 'PATRON#{patronId}',
    sk: 'CHANGE#{at}#{changeId}',
    question: 'What did staff change of this patron, who, when and why? Erased with the patron',
  },
  alikeKey: {
    pk: 'ALIKE#{likeness}',
    sk: '{patronId}',
    question: 'Who else has this name and birth date, e-mail or phone? Hashed; erased with the patron',
  },
  alikePair: {
    pk: 'PATRON#{patronId}',
    sk: 'ALIKE#{otherId}',
    gsi2: { pk: 'ALIKE-OF#{memberId}', sk: '{at}#{patronId}#{otherId}' },
    question: 'Who may be the same person, or was said not to be? gsi2: what a member has to decide (sparse)',
  },
  agesOut: {
    pk: 'AGES-OUT#{shard}',
    sk: '{day}#{patronId}',
    question:
      'Who grows out of a category, and when? In shards; a row that came true or too late is passed over and deleted',
  },
  signUp: {
    pk: 'SIGN-UP#{signUpId}',
    sk: 'SIGN-UP',
    expires: true,
    question: 'Who asked for a card and has not sent the code back yet?',
  },
  signUpCount: {
    pk: 'SIGN-UPS#{about}',
    sk: '{window}',
    expires: true,
    question: 'How many sign-ups were there at this branch in this hour, or to this (hashed) address on this day?',
  },
  temporaryPatron: {
    pk: 'TEMPORARY#{shard}',
    sk: '{day}#{patronId}',
    question: 'Which temporary cards end on a day? Who is not verified by then is erased; in shards',
  },
  patronRows: {
    pk: 'PATRON-ROWS',
    sk: 'DONE',
    question: 'Under which policy of patrons were all patrons given the rows by which they are found?',
  },
  patronMerge: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGE',
    gsi2: { pk: 'MERGES', sk: '{patronId}' },
    question: 'Into whom was this patron merged, and is all of it moved? gsi2: merges that are not through (sparse)',
  },
  patronFormer: {
    pk: 'PATRON#{patronId}',
    sk: 'FORMER#{formerId}',
    question: 'Which patrons were merged into this one? Erased with it',
  },
  card: {
    pk: 'CARD#{number}',
    sk: 'CARD',
    question: 'Whose card is this (two patrons where old numbers of members collide), or was it replaced?',
  },
  cardExpiry: {
    pk: 'CARDS-EXPIRE#{branchId}',
    sk: '{expiresOn}#{patronId}',
    expires: true,
    question: 'Which cards of this home branch end in the coming days? Shown as far as the patron’s status agrees',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
