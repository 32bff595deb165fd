/** The place of entries that concern the consortium, or a member that they do not name. */
export const CONSORTIUM = 'consortium';

/** The subjects that are named by the member, or the branch, that they belong to. */
const ofMembers = new Set([
  ...['member', 'branch', 'budget', 'account-codes', 'figures', 'library-symbol', 'notice-texts', 'department'],
]);

const memberIn = (text: unknown): string | undefined =>
  typeof text === 'string' && text !== '' ? text.split('.')[0] : undefined;

/** Returns the member that an audit entry concerns: the one that its subject or its detail names, or else the consortium. */
export const auditPlace = ({ subject, detail }: { subject: string; detail: Record<string, unknown> }): string => {
  const [kind = '', ...name] = subject.split(':');
  const named = ofMembers.has(kind) ? memberIn(name.join(':')) : undefined;
  return named ?? memberIn(detail.memberId) ?? memberIn(detail.branchId) ?? CONSORTIUM;
};
