import { refusedIn, refusedInSentence } from './plain-names.ts';

test('a text of a contract is checked like a name', () => {
  expect(refusedIn('Read the mail with a partner', 'functions/resource-sharing/contract.ts')).toEqual(['mail']);
});

test('a name in the private dialect is refused, in each way of writing it', () => {
  expect(refusedIn('circulationHouse', 'functions/circulation/deps.ts')).toEqual(['house']);
  expect(refusedIn('hold-wish', 'functions/circulation/schemas.ts')).toEqual(['wish']);
  expect(refusedIn('PARTNER_MAIL', 'infra/app.ts')).toEqual(['mail']);
});

test('terms of libraries and of software that contain such a word are allowed', () => {
  for (const name of ['household', 'inHouseUse', 'standingOrder', 'newspaper', 'emailAddress', 'password', 'warehouse'])
    expect(refusedIn(name, 'functions/circulation/deps.ts')).toEqual([]);
});

test('a word of a text is a word in search and in MARC, and a message nowhere', () => {
  expect(refusedIn('queryWords', 'functions/discovery/domain/query.ts')).toEqual([]);
  expect(refusedIn('partnersWord', 'functions/resource-sharing/domain/hear.ts')).toEqual(['word']);
});

test('a phrase and a word with one clear replacement are refused in comments and headings, the pronoun in names only', () => {
  expect(refusedIn('## What goes with a loan', 'docs/staff.md')).toEqual(['goes with']);
  expect(refusedInSentence('It ends by itself, and is kept for a day.')).toEqual(['by itself', 'kept']);
  expect(refusedInSentence('A patron whose in-house uses and e-mails have room')).toEqual([]);
  expect(refusedIn('List patrons whose cards end', 'functions/patrons/contract.ts')).toEqual([]);
  expect(refusedIn('forWhoseCard', 'functions/patrons/deps.ts')).toEqual(['whose']);
});
