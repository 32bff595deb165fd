import { type Grant, type Role, roles } from '../layers/kernel/identity/roles.ts';

/** A member of staff: the account for signing in, and the roles. `member` is missing for consortium staff. */
export type DemoStaff = {
  account: string;
  name: string;
  email: string;
  member?: string;
  grants: Grant[];
};

const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/[̀-ͯ']/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@example.org`;

/** The roles of a library; those after them are the consortium's. */
const memberRoles = roles.slice(0, roles.indexOf('admin'));

// Account name, person, and the member's roles of the person. At small libraries one person has several.
const memberStaff: Readonly<Record<string, readonly (readonly [string, string, ...Role[]])[]>> = {
  riverton: [
    ['desk', 'Amina Diallo', 'desk'],
    ['supervisor', 'Walter Brandt', 'desk', 'desk-supervisor'],
    ['cataloguer', 'Priya Raman', 'cataloguer'],
    ['ill', 'Tomás Echeverría', 'ill'],
    ['acquisitions', 'Grace Oyelaran', 'acquisitions'],
    ['e-resources', 'Henrik Solberg', 'e-resources'],
    ['finance', 'Rosa Delgado', 'member-finance', 'voting-alternate'],
    ['admin', 'Judith Klein', 'member-admin'],
  ],
  lakeshore: [
    ['desk', 'Marcus Bell', 'desk'],
    ['supervisor', 'Ingrid Nyström', 'desk', 'desk-supervisor'],
    ['cataloguer', 'Wei Zhang', 'cataloguer', 'acquisitions'],
    ['ill', 'Leila Haddad', 'ill', 'e-resources'],
    ['finance', 'Owen Pritchard', 'member-finance', 'voting-alternate'],
    ['admin', 'Carmen Vidal', 'member-admin'],
  ],
  harcourt: [
    ['desk', 'Jonas Weber', 'desk'],
    ['supervisor', 'Nkechi Eze', 'desk', 'desk-supervisor'],
    ['cataloguer', 'Sofia Papadaki', 'cataloguer'],
    ['ill', 'Daniel Roth', 'ill'],
    ['acquisitions', 'Haruka Mori', 'acquisitions'],
    ['e-resources', 'Élodie Marchand', 'e-resources'],
    ['finance', 'Samuel Adeyemi', 'member-finance', 'voting-alternate'],
    ['admin', 'Margaret Sloane', 'member-admin'],
  ],
  calder: [
    ['desk', 'Ravi Menon', 'desk'],
    ['supervisor', 'Beata Kowalczyk', 'desk', 'desk-supervisor', 'ill', 'voting-alternate'],
    ['cataloguer', 'Anton Petrov', 'cataloguer', 'acquisitions', 'e-resources'],
    ['admin', 'Fatima Zahra Bennani', 'member-admin', 'member-finance'],
  ],
  ashgrove: [
    ['librarian', 'Edmund Hale', 'desk', 'desk-supervisor', 'ill'],
    ['cataloguer', 'Yael Stern', 'cataloguer', 'acquisitions', 'e-resources', 'voting-alternate'],
    ['admin', 'Charlotte Mbeki', 'member-admin', 'member-finance'],
  ],
  northfield: [
    // A school library of one person: one account, one Today.
    ['librarian', 'Patricia Lindqvist', ...memberRoles],
  ],
};

const consortiumStaff: readonly (readonly [string, string, Role])[] = [
  ['consortium-admin', 'Helena Ortiz', 'admin'],
  ['finance-preparer', 'Kwame Boateng', 'finance-preparer'],
  ['finance-approver', 'Miriam Feldman', 'finance-approver'],
  ['governance-secretary', 'Lucas Moreau', 'governance-secretary'],
  ['auditor', 'Noriko Tanaka', 'auditor'],
];

/** The desk of one branch only, so that a role for a branch is shown as well as those for a member. */
const branchDesk: DemoStaff = {
  account: 'riverton-eastside-desk',
  name: 'Bilal Aziz',
  email: emailOf('Bilal Aziz'),
  member: 'riverton',
  grants: [{ role: 'desk', scope: 'branch', branch: 'riverton.eastside' }],
};

/**
 * All staff of the demo: every role at every member (at small ones one person has several), one branch's desk, and the
 * consortium's five.
 */
export const staff: readonly DemoStaff[] = [
  ...Object.entries(memberStaff).flatMap(([member, people]) =>
    people.map(([account, name, ...roles]) => ({
      account: `${member}-${account}`,
      name,
      email: emailOf(name),
      member,
      grants: roles.map((role): Grant => ({ role, scope: 'member', member })),
    })),
  ),
  branchDesk,
  ...consortiumStaff.map(([account, name, role]) => ({
    account,
    name,
    email: emailOf(name),
    grants: [{ role, scope: 'consortium' } satisfies Grant],
  })),
];
