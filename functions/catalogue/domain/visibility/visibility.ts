import * as z from 'zod';

/** From whom a record, holding or item can be hidden. `union`: it is not in the union catalogue at all. */
export const audiences = ['public', 'other-members', 'union'] as const;
export type Audience = (typeof audiences)[number];

/** The audiences that something is hidden from, each once; none means that everybody sees it. */
export const hiddenFromSchema = z.array(z.enum(audiences)).max(audiences.length);

/** Who looks at the catalogue. A patron belongs to a home library; staff to the members where they hold a role. */
export type Viewer = { kind: 'anonymous' } | { kind: 'patron'; member: string } | { kind: 'staff'; members: string[] };

/** The tokens that a viewer carries; what is visible to any of them is visible to the viewer. */
export const viewerTokens = (viewer: Viewer): string[] => {
  if (viewer.kind === 'anonymous') return ['public'];
  if (viewer.kind === 'patron') return ['public', `member:${viewer.member}`];
  return ['public', 'staff', ...viewer.members.flatMap((member) => [`member:${member}`, `staff:${member}`])];
};

/** The tokens to which a member's record, holding or item is visible; only `staff:<member>` sees what is hidden from the union. */
export const visibleTo = (member: string, hiddenFrom: readonly Audience[]): string[] => {
  if (hiddenFrom.includes('union')) return [`staff:${member}`];
  const [noPublic, noOthers] = [hiddenFrom.includes('public'), hiddenFrom.includes('other-members')];
  if (noPublic && noOthers) return [`staff:${member}`];
  if (noPublic) return ['staff'];
  return noOthers ? [`member:${member}`] : ['public'];
};

/** What only the bearers of a token may know of, as the index keeps it: a member that has it ("member:ash ash", "staff ash"), a word of its own fields. */
export const restrictedName = (token: string, what: string): string => `${token} ${what}`;

/** Of a viewer's tokens those by which a library knows its own people: what it says for them is kept under one. */
export const ownTokens = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => token.startsWith('member:') || token.startsWith('staff:'));

/** By which of these names a viewer with these tokens may look for what a member has. */
export const restrictedNames = (member: string, tokens: readonly string[]): string[] =>
  ['staff', `member:${member}`, `staff:${member}`]
    .filter((token) => tokens.includes(token))
    .map((token) => restrictedName(token, member));

/**
 * As whom a member borrows and holds: as its own staff, who ask for its patrons. What others hide from other members or from
 * the union is not lent to it; what they hide from the public only, staff know of.
 */
export const asBorrower = (member: string): Viewer => ({ kind: 'staff', members: [member] });

/** Whether a viewer may see what a member hides from these audiences. */
export const maySee = (viewer: Viewer, member: string, hiddenFrom: readonly Audience[]): boolean => {
  const tokens = viewerTokens(viewer);
  return visibleTo(member, hiddenFrom).some((token) => tokens.includes(token));
};
