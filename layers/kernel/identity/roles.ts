import * as z from 'zod';

/** The scopes of a role. A branch belongs to a member; a member to the consortium. */
export type RoleScope = 'branch' | 'member' | 'consortium';

type RoleRow = { scopes: readonly [RoleScope, ...RoleScope[]]; meaning: string };

/** Every staff role: the scopes in which it can be granted, and what its holder does. */
export const ROLES = {
  desk: { scopes: ['branch', 'member'], meaning: 'Lends, takes back, renews and registers patrons at the desk.' },
  'desk-supervisor': {
    scopes: ['branch', 'member'],
    meaning: 'Overrides blocks at the desk and waives fees above the limit of desk staff.',
  },
  cataloguer: {
    scopes: ['branch', 'member'],
    meaning: 'Loads, edits, matches and splits bibliographic records and holdings.',
  },
  ill: { scopes: ['branch', 'member'], meaning: 'Asks other libraries for loans and answers what they ask for.' },
  acquisitions: { scopes: ['branch', 'member'], meaning: 'Orders, receives and invoices against the funds.' },
  'e-resources': {
    scopes: ['branch', 'member'],
    meaning: 'Keeps licences, entitlements and the use of electronic resources.',
  },
  'member-finance': {
    scopes: ['member'],
    meaning: "Reads and disputes the member's own statement, and reports its figures.",
  },
  'voting-alternate': {
    scopes: ['member'],
    meaning: 'Votes for the member in place of its administrators, where the bylaws allow it.',
  },
  'member-admin': { scopes: ['member'], meaning: "Manages the member's branches, staff, roles and settings." },
  admin: { scopes: ['consortium'], meaning: 'Manages members, consortium staff and the settings shared by all.' },
  'finance-preparer': { scopes: ['consortium'], meaning: 'Prepares statements, price books and postings.' },
  'finance-approver': { scopes: ['consortium'], meaning: 'Approves what a preparer has prepared and closes periods.' },
  'governance-secretary': {
    scopes: ['consortium'],
    meaning: 'Runs proposals and ballots and records the decisions.',
  },
  auditor: { scopes: ['consortium'], meaning: 'Reads every book, decision and access log and changes nothing.' },
} as const satisfies Record<string, RoleRow>;

/** The name of a role. */
export type Role = keyof typeof ROLES;

const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

/** The roles in the order in which users choose them. */
export const roles: readonly Role[] = Object.keys(ROLES).filter(isRole);

const roleSchema = z.enum(roles);

/** A granted role: for the consortium, a member, or one branch (`<member>.<code>`). */
export const grantSchema = z.discriminatedUnion('scope', [
  z.strictObject({ role: roleSchema, scope: z.literal('consortium') }),
  z.strictObject({ role: roleSchema, scope: z.literal('member'), member: z.string() }),
  z.strictObject({ role: roleSchema, scope: z.literal('branch'), branch: z.string() }),
]);
export type Grant = z.infer<typeof grantSchema>;

/** The place where a role is required. */
export type Place = { scope: 'consortium' } | { scope: 'member'; member: string } | { scope: 'branch'; branch: string };

/** Returns the member that a branch belongs to (`ash.main` gives `ash`); empty, which is no member's id, when malformed. */
export function memberOfBranch(branch: string): string {
  const dot = branch.indexOf('.');
  return dot > 0 && dot < branch.length - 1 ? branch.slice(0, dot) : '';
}

/** Refuses a role that cannot be granted in this scope; refusal `scope-not-allowed`. */
export function refuseScope(grant: Grant): { code: 'scope-not-allowed'; detail: string } | undefined {
  const allowed: readonly RoleScope[] = ROLES[grant.role].scopes;
  if (allowed.includes(grant.scope)) return undefined;
  return {
    code: 'scope-not-allowed',
    detail: `${grant.role} is given for ${allowed.join(' or ')}, not ${grant.scope}`,
  };
}

function covers(grant: Grant, at: Place): boolean {
  if (grant.scope === 'consortium') return true;
  if (at.scope === 'consortium') return false;
  if (grant.scope === 'branch')
    return at.scope === 'branch' && memberOfBranch(at.branch) !== '' && grant.branch === at.branch;
  const member = at.scope === 'member' ? at.member : memberOfBranch(at.branch);
  return member !== '' && grant.member === member;
}

/**
 * Returns whether these grants include the role at this place: a member's grant covers its branches, a consortium's covers all, a
 * branch's only that branch. A grant outside its role's scopes is ignored, so that an invalid row fails closed.
 */
export function holds(grants: readonly Grant[], role: Role, at: Place): boolean {
  return grants.some((grant) => grant.role === role && refuseScope(grant) === undefined && covers(grant, at));
}
