import { branchIdSchema, memberIdSchema } from './member-id.ts';
import { isPartner, placeOfPartner } from './party.ts';

const complaintsOf = (text: string): string[] =>
  memberIdSchema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

test('a member may not be named as reports name something beside members', () => {
  for (const reserved of ['consortium', 'public-use', 'unattributed'])
    expect(complaintsOf(reserved)).toEqual(['This word is reserved.']);
  expect(complaintsOf('riverton')).toEqual([]);
  expect(complaintsOf('River ton')).toEqual(['Use 2 to 32 lower-case letters, digits and hyphens, a letter first.']);
});

test('a branch is named by its member and a code, and the refusal says so', () => {
  expect(branchIdSchema.safeParse('riverton.main').success).toBe(true);
  expect(branchIdSchema.safeParse('riverton').error?.issues.map(({ message }) => message)).toEqual([
    'A branch is named <member>.<code>.',
  ]);
});

test('a party is a partner by its id alone, and its pseudo branch is no branch of a member', () => {
  expect(isPartner('prt_01h8xj6z3mcfqk4t7w9r2v5b8d')).toBe(true);
  expect(isPartner('riverton')).toBe(false);
  expect(isPartner('my-prt_')).toBe(false);
  expect(placeOfPartner('prt_1')).toBe('prt_1.outside');
  expect(branchIdSchema.safeParse(placeOfPartner('prt_1')).success).toBe(false);
});
