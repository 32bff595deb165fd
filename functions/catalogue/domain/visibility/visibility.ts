import * as z from 'zod';

/** The audiences from which a record, holding or item can be hidden. `union`: it is not in the union catalogue at all. */
export const audiences = ['public', 'other-members', 'union'] as const;
export type Audience = (typeof audiences)[number];

/** The audiences that something is hidden from, each once; empty means that everybody sees it. */
export const hiddenFromSchema = z.array(z.enum(audiences)).max(audiences.length);

/** A viewer of the catalogue. A patron belongs to a home library; staff to the members where they have a role. */
export type Viewer = { kind: 'anonymous' } | { kind: 'patron'; member: string } | { kind: 'staff'; members: string[] };

/** Returns the tokens of a viewer; what is visible to any of them is visible to the viewer. */
export const viewerTokens = (viewer: Viewer): string[] => {
  if (viewer.kind === 'anonymous') return ['public'];
  if (viewer.kind === 'patron') return ['public', `member:${viewer.member}`];
  return ['public', 'staff', ...viewer.members.flatMap((member) => [`member:${member}`, `staff:${member}`])];
};

/** Returns the tokens to which a member's record, holding or item is visible; only `staff:<member>` sees what is hidden from the union. */
export const visibleTo = (member: string, hiddenFrom: readonly Audience[]): string[] => {
  if (hiddenFrom.includes('union')) return [`staff:${member}`];
  const [noPublic, noOthers] = [hiddenFrom.includes('public'), hiddenFrom.includes('other-members')];
  if (noPublic && noOthers) return [`staff:${member}`];
  if (noPublic) return ['staff'];
  return noOthers ? [`member:${member}`] : ['public'];
};

/**
 * Returns the index value of something that only viewers with a token may know: a member that holds the record ("member:ash ash", "staff
 * ash"), or a word of its own fields.
 */
export const restrictedName = (token: string, what: string): string => `${token} ${what}`;

/** Returns those of a viewer's tokens that mark the users of a library: text for them is stored under one of these. */
export const ownTokens = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => token.startsWith('member:') || token.startsWith('staff:'));

/** Returns which of these names a viewer with these tokens may use to search for a member's holdings. */
export const restrictedNames = (member: string, tokens: readonly string[]): string[] =>
  ['staff', `member:${member}`, `staff:${member}`]
    .filter((token) => tokens.includes(token))
    .map((token) => restrictedName(token, member));

/**
 * Returns the viewer as whom a member borrows and places holds: its own staff, who request for its patrons. What others hide from other
 * members or from the union is not lent to it; what they hide from the public only is known to staff.
 */
export const asBorrower = (member: string): Viewer => ({ kind: 'staff', members: [member] });

/** Returns whether a viewer may see what a member hides from these audiences. */
export const maySee = (viewer: Viewer, member: string, hiddenFrom: readonly Audience[]): boolean => {
  const tokens = viewerTokens(viewer);
  return visibleTo(member, hiddenFrom).some((token) => tokens.includes(token));
};
