import type { People } from '../../local/origin/people.ts';

const people = [
  { account: 'northfield-librarian', name: 'Patricia Lindqvist', member: 'northfield', kind: 'staff', token: 'admin' },
  { account: 'riverton-desk', name: 'Amina Diallo', member: 'riverton', kind: 'staff', token: 'staff' },
  { account: 'okafor-amara', name: 'Amara Okafor', member: 'riverton', kind: 'patron', token: 'patron' },
  { account: 'harcourt-admin', name: 'Margaret Sloane', member: 'harcourt', kind: 'staff', token: 'admin' },
  { account: 'finance-approver', name: 'Miriam Feldman', member: null, kind: 'staff', token: 'approver' },
] as const;

/** Some people of the demo; each signs in with the token of a role of the fixture. */
export const fixturePeople: People = {
  list: () =>
    people.map(({ account, name, member }) => ({
      ...{ account, name, member },
      ...(account === 'riverton-desk' && {
        refused: { branch: 'riverton.main', card: '21234500000001', barcode: '31234500000001' },
      }),
    })),
  signIn: async (wanted) => {
    const found = people.find(({ account }) => account === wanted);
    return found && { kind: found.kind, token: found.token, seconds: 3600 };
  },
};
