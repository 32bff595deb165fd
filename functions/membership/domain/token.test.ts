import {
  claimsFor,
  SIGNED_IN_SECONDS,
  TOKEN_SECONDS,
  TOKEN_TYPE,
  type TokenSubject,
  tokenClaimsSchema,
} from './token.ts';

const now = Date.parse('2026-11-29T12:00:00.900Z');
const seconds = Date.parse('2026-11-29T12:00:00Z') / 1000;
const patron: TokenSubject = {
  kind: 'patron',
  id: 'pat_1',
  member: 'riverton',
  signedInAt: seconds - 60,
  session: 'ses_1',
};
const machine: TokenSubject = { kind: 'machine', id: 'mch_1', member: 'riverton', scopes: ['self-check'] };
const issued = (subject: TokenSubject) => claimsFor(subject, 'urn:concord:Test', now);
const isAccepted = (claims: unknown): boolean => tokenClaimsSchema.safeParse(claims).success;

test('a token is for the APIs, is good for a quarter of an hour, and begins with the second in which it is issued', () => {
  expect(issued(patron)).toEqual({
    ...{ iss: 'urn:concord:Test', aud: 'concord-api', iat: seconds, exp: seconds + 15 * 60 },
    ...{ kind: 'patron', sub: 'pat_1', member: 'riverton' },
    ...{ signedInAt: seconds - 60, session: 'ses_1' },
  });
});

test('the header of a token says that it gives access (RFC 9068)', () => {
  expect(TOKEN_TYPE).toBe('at+jwt');
});

test('a patron stays signed in for a working day, which takes many tokens', () => {
  expect(SIGNED_IN_SECONDS / 3600).toBe(12);
  expect(SIGNED_IN_SECONDS / TOKEN_SECONDS).toBeGreaterThan(10);
});

test.each([patron, machine, { ...machine, branch: 'riverton.main' }])(
  'the claims that we issue are accepted: %j',
  (subject) => {
    expect(tokenClaimsSchema.parse(issued(subject))).toEqual(issued(subject));
  },
);

test.each([
  ...['iss', 'aud', 'iat', 'exp', 'sub', 'kind', 'member', 'signedInAt', 'session'].map((claim) => ({
    ...{ what: `of a patron without ${claim}`, claims: { ...issued(patron), [claim]: undefined } },
  })),
  { what: 'of a machine without scopes', claims: { ...issued(machine), scopes: undefined } },
  { what: 'of a machine whose scopes are a text', claims: { ...issued(machine), scopes: 'self-check' } },
  { what: 'of a machine with the session of a patron', claims: { ...issued(machine), session: 'ses_1' } },
  { what: 'of a patron with a claim of before', claims: { ...issued(patron), epoch: 3 } },
  { what: 'of a patron with scopes', claims: { ...issued(patron), scopes: ['self-check'] } },
  { what: 'of nobody', claims: { ...issued(patron), sub: '' } },
  { what: 'of a patron of no library', claims: { ...issued(patron), member: '' } },
  { what: 'of a machine of no library', claims: { ...issued(machine), member: '' } },
  { what: 'of no session', claims: { ...issued(patron), session: '' } },
  { what: 'of staff', claims: { ...issued(patron), kind: 'staff' } },
])('claims $what are refused', ({ claims }) => {
  expect(isAccepted(claims)).toBe(false);
});
