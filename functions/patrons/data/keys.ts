import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of patrons in the shared table: their keys, with the access pattern of each key. */
export const keys = keysOf({
  department: {
    pk: 'MEMBER#{memberId}',
    sk: 'DEPARTMENT#{code}',
    personal: 'none',
    retention: { period: 'until the member replaces it', ends: [] },
    question: 'Which departments does this member have, and which cost centre pays the charges of their people?',
  },
  patronStatus: {
    pk: 'PATRON#{patronId}',
    sk: 'STATUS',
    personal: { patron: 'To decide whether the patron may borrow', staff: 'Who set a block' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'May this patron borrow: counters, blocks, expiry?',
  },
  patronPerson: {
    pk: 'PATRON#{patronId}',
    sk: 'PERSON',
    gsi1: { pk: 'PATRONS-BORN#{memberId}', sk: '{birthDate}#{patronId}' },
    gsi2: { pk: 'PATRONS-OF#{memberId}', sk: '{nameKey}#{patronId}' },
    gsi3: { pk: 'PATRONS-GIVEN#{memberId}', sk: '{givenKey}#{patronId}' },
    gsi4: { pk: 'PATRONS-OF#{memberId}', sk: '{usedNameKey}#{patronId}' },
    personal: {
      patron: 'To identify and contact the patron: names, address, phones, birth date, cards and consents',
    },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question:
      'Who is this patron (the one erasable item with personal data)? gsi1: the patrons of a home library by birth date; gsi2: by name; gsi3: by given name; gsi4: by used name (gsi1, gsi3 and gsi4 sparse)',
  },
  patronPin: {
    pk: 'PATRON#{patronId}',
    sk: 'PIN',
    personal: { patron: 'To sign in (a salted hash)' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Is the PIN correct, and since when is it set?',
  },
  patronSession: {
    pk: 'PATRON#{patronId}',
    sk: 'SESSION#{place}',
    personal: { patron: 'To show and end sessions, with time and kind of device' },
    retention: { period: 'until it ends, after 12 hours and a quarter at most', ends: ['code', 'ttl', 'erasure'] },
    question: 'Where is this patron signed in, and is this session open? At most twenty',
  },
  patronAccess: {
    pk: 'PATRON#{patronId}',
    sk: 'ACCESS#{at}#{accessId}',
    personal: {
      patron: 'To show the patron which staff of other libraries viewed the record',
      staff: 'Who viewed a patron',
    },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Which staff of other libraries viewed this patron, when and why?',
  },
  erasure: {
    pk: 'ERASURE#{patronId}',
    sk: 'ERASURE',
    gsi2: { pk: 'ERASURES', sk: '{patronId}' },
    personal: { patron: 'To complete an erasure', staff: 'Who requested it' },
    retention: { period: 'until the erasure is complete', ends: ['code', 'erasure'] },
    question: 'Is this patron to be erased, and what is the progress? gsi2: the erasures in progress',
  },
  erasurePass: {
    pk: 'ERASURE-PASS',
    sk: 'PASS',
    personal: { patron: 'To complete erasures' },
    retention: { period: 'until the pass is complete', ends: ['code', 'erasure'] },
    question: 'Which patrons’ ids are being removed from all rows, what is the progress, and who needs another pass?',
  },
  pinCode: {
    pk: 'PATRON#{patronId}',
    sk: 'PIN-CODE',
    personal: { patron: 'To set a new PIN by a code (hashes)' },
    retention: { period: 'a day after the last code expired', ends: ['ttl', 'erasure'] },
    question: 'Which one-time codes may set a new PIN, until when, and how many were sent today?',
  },
  patronDependant: {
    pk: 'PATRON#{patronId}',
    sk: 'DEPENDANT#{dependantId}',
    personal: { patron: 'To know the dependants of a guarantor' },
    retention: { period: 'as long as both patrons; a merge moves it', ends: ['erasure'] },
    question: 'For whom is this patron the guarantor?',
  },
  proxy: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY#{proxyId}',
    personal: { patron: 'To know who may act for the patron' },
    retention: { period: 'until it is withdrawn', ends: ['code', 'erasure'] },
    question: 'Who may borrow or collect for this patron, and until when?',
  },
  proxyFor: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY-FOR#{sponsorId}',
    personal: { patron: 'To know for whom the patron may act' },
    retention: { period: 'until it is withdrawn', ends: ['code', 'erasure'] },
    question: 'For whom may this patron borrow or collect?',
  },
  patronChange: {
    pk: 'PATRON#{patronId}',
    sk: 'CHANGE#{at}#{changeId}',
    personal: { patron: 'To record what staff changed', staff: 'Who changed it' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'What did staff change of this patron, who, when and why? Erased with the patron',
  },
  patronNote: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTE#{noteId}',
    personal: {
      patron: 'To inform staff when the patron comes, and to record the reason of a block',
      staff: 'Who wrote it',
    },
    retention: { period: 'until it is removed, or as long as the patron', ends: ['code', 'erasure'] },
    question: 'What did staff note about this patron, and which notes are alerts? All read when a card is scanned',
  },
  patronBatch: {
    pk: 'PATRON-BATCH#{batchId}',
    sk: 'BATCH',
    gsi2: { pk: 'PATRON-BATCHES-OF#{memberId}', sk: '{batchId}' },
    gsi3: { pk: 'PATRON-BATCHES-TO-CARRY', sk: '{lookAt}#{batchId}' },
    personal: { staff: 'Who changed the patrons of a batch' },
    retention: { period: '60 days after it was opened, run or undone', ends: ['ttl'] },
    question:
      'Which patrons are changed together, to what, and how far is it? gsi2: the batches of a member; gsi3: those that a background job is to carry on (sparse)',
  },
  patronBatchLine: {
    pk: 'PATRON-BATCH#{batchId}',
    sk: 'LINE#{patronId}',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'BATCH#{batchId}' },
    gsi2: { pk: 'PATRON-BATCH-LINES#{batchId}#{state}', sk: '{patronId}' },
    personal: { patron: 'To undo a change of many patrons' },
    retention: { period: 'as long as its batch', ends: ['ttl', 'erasure'] },
    question:
      'What does a batch do with this patron, from what to what, was it done? gsi1: the batches of a patron; gsi2: the patrons that it changes, leaves, refuses or has changed',
  },
  duplicateKey: {
    pk: 'DUPLICATE#{likeness}',
    sk: '{patronId}',
    personal: { patron: 'To find duplicate patrons (hashes of name and birth date, e-mail, phone)' },
    retention: { period: 'as long as the values apply', ends: ['code', 'erasure'] },
    question: 'Who else has this name and birth date, e-mail or phone? Hashed; erased with the patron',
  },
  duplicatePair: {
    pk: 'PATRON#{patronId}',
    sk: 'DUPLICATE#{otherId}',
    gsi2: { pk: 'DUPLICATES-OF#{memberId}', sk: '{at}#{patronId}#{otherId}' },
    personal: {
      patron: 'To know who may be registered twice, or was decided not to be',
      staff: 'Who decided',
    },
    retention: { period: 'as long as both patrons', ends: ['erasure'] },
    question:
      'Which patrons may be the same person, or were marked as different? gsi2: the open decisions of a member (sparse)',
  },
  agesOut: {
    pk: 'AGES-OUT#{shard}',
    sk: '{day}#{patronId}',
    personal: { patron: 'To change the category on a birthday' },
    retention: { period: 'until its day', ends: ['code', 'erasure'] },
    question:
      'Who grows out of a category, and when? In shards; a row that came true or too late is passed over and deleted',
  },
  signUp: {
    pk: 'SIGN-UP#{signUpId}',
    sk: 'SIGN-UP',
    personal: { applicant: 'To process a sign-up: name, address and birth date' },
    retention: { period: 'an hour after its code expired', ends: ['code', 'ttl'] },
    question: 'Who asked for a card and has not sent the code back yet?',
  },
  signUpCount: {
    pk: 'SIGN-UPS#{about}',
    sk: '{window}',
    personal: { applicant: 'To limit the codes sent to an address (a hash of the address)' },
    retention: { period: 'two days', ends: ['ttl'] },
    question: 'How many sign-ups were there at this branch in this hour, or to this (hashed) address on this day?',
  },
  temporaryPatron: {
    pk: 'TEMPORARY#{shard}',
    sk: '{day}#{patronId}',
    gsi2: { pk: 'SIGN-UPS-OF#{memberId}', sk: '{day}#{patronId}' },
    personal: { patron: 'To erase patrons who are not verified in time' },
    retention: { period: 'until the desk verified the patron, or the card ended', ends: ['code', 'erasure'] },
    question:
      'Which temporary cards end on a day? Who is not verified by then is erased; in shards. gsi2: those of a member, for its desks',
  },
  patronRows: {
    pk: 'PATRON-ROWS',
    sk: 'DONE',
    personal: 'none',
    retention: { period: 'permanent: one marker', ends: [] },
    question: 'For which version of the policy of patrons were the search rows of all patrons written?',
  },
  patronMerge: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGE',
    gsi2: { pk: 'MERGES', sk: '{patronId}' },
    personal: { patron: 'To resolve an old id to the current patron', staff: 'Who merged them' },
    retention: { period: 'as long as the patron merged into', ends: ['erasure'] },
    question: 'With whom was this patron merged, and are all rows moved? gsi2: merges in progress (sparse)',
  },
  patronFormer: {
    pk: 'PATRON#{patronId}',
    sk: 'FORMER#{formerId}',
    personal: { patron: 'To find the patron by former ids' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Which patrons were merged into this one? Erased with it',
  },
  patronMergeUndo: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGE-UNDO#{formerId}',
    personal: {
      patron: 'To undo a merge: both records before it, with the cards and the hash of the PIN',
      staff: 'Who set a block',
    },
    retention: { period: '30 days after the merge, or until it is undone', ends: ['ttl', 'code', 'erasure'] },
    question: 'What were both records before this merge, and until when can it be undone?',
  },
  patronMergedRow: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGED-ROW#{formerId}#{place}',
    personal: { patron: 'To undo a merge: a row of the other record before it was moved', staff: 'Who wrote it' },
    retention: { period: '30 days after the merge, or until it is undone', ends: ['ttl', 'code', 'erasure'] },
    question: 'Which rows came from the other record in a merge, and what were they before?',
  },
  card: {
    pk: 'CARD#{number}',
    sk: 'CARD',
    gsi2: { pk: 'CARDS-ENDING#{memberId}#{tail}', sk: '{number}' },
    gsi4: { pk: 'CARDS-ENDING#{memberId}#{tail}', sk: '{number}' },
    personal: { patron: 'To find the patron by a card number' },
    retention: {
      period: 'as long as the patron has it; afterwards the number alone, so that it is not issued again',
      ends: ['code', 'erasure'],
    },
    question:
      'Whose card is this (two patrons where old numbers of members collide), or was it replaced? gsi2: the cards of a member in use with these last digits; gsi4: those that another member issued first (both sparse)',
  },
  cardExpiry: {
    pk: 'CARDS-EXPIRE#{branchId}',
    sk: '{expiresOn}#{patronId}',
    personal: { patron: 'To list cards that end soon' },
    retention: { period: '30 days after the card’s last day', ends: ['ttl', 'erasure'] },
    question: 'Which cards of this home branch end in the coming days? Shown if the patron’s status agrees',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
