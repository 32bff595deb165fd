import { type Grant, holds } from '../../../../layers/kernel/identity/roles.ts';

type Person = { grants: readonly Grant[] };

/** Returns whether a person runs proposals and ballots for the consortium. */
export const isSecretary = ({ grants }: Person): boolean =>
  (['governance-secretary', 'admin'] as const).some((role) => holds(grants, role, { scope: 'consortium' }));

/** Returns whether a person speaks and votes for a member. */
export const speaksFor = ({ grants }: Person, memberId: string): boolean =>
  holds(grants, 'member-admin', { scope: 'member', member: memberId });

/** Returns the members whose vote a person casts in place of their administrators, where the bylaws allow it. */
export const alternateOf = (person: Person): string[] => {
  const members = person.grants.flatMap((one) =>
    one.role === 'voting-alternate' && one.scope === 'member' ? [one.member] : [],
  );
  return [...new Set(members)].filter((memberId) => !speaksFor(person, memberId));
};

/** Returns as what a person votes for a member that permits it. */
export const capacityFor = (person: Person, memberId: string): 'delegate' | 'alternate' =>
  speaksFor(person, memberId) ? 'delegate' : 'alternate';

/** Returns the members for which a person speaks and votes. */
export const membersOf = ({ grants }: Person): string[] => [
  ...new Set(grants.flatMap((one) => (one.role === 'member-admin' && one.scope === 'member' ? [one.member] : []))),
];

/** Returns whether a person writes on behalf of who made a proposal: its member, or the consortium. */
export const actsForAuthor = (person: Person, { memberId }: { memberId?: string }): boolean =>
  memberId === undefined ? isSecretary(person) : speaksFor(person, memberId);

/** Returns whether a person may read a proposal: all staff those that were opened for discussion, others only those for whom they were written. */
export const mayRead = (person: Person, proposal: { memberId?: string; opened?: object }): boolean =>
  proposal.opened !== undefined || actsForAuthor(person, proposal);
