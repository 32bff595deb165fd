import { firstPolicies } from '../../demo/policies.ts';
import type { LoanRequestView } from '../../functions/resource-sharing/domain/requests/view-schemas.ts';
import { tableNamed } from '../../layers/platform/dynamodb/table.ts';
import type { Endpoints } from '../../local/endpoints.ts';
import { outputOf } from '../../local/origin/route.ts';
import { adminToken, calling, patiently, signedInStaff } from './deployed.ts';

/** The only branch of a test's library. */
export const mainBranch = (member: string): string => `${member}.main`;

const TOKEN_CACHED_MS = 5 * 60_000;

/** Libraries created for one test of interlibrary loan on the deployed stack, each with a signed-in staff member. */
export const loanLibraries = (endpoints: Endpoints) => {
  const call = calling(endpoints);
  const callPatiently = patiently(call);
  const tokens = new Map<string, string>();
  const signedInAt = new Map<string, number>();
  const table = tableNamed(outputOf(endpoints.outputs, 'TableName') ?? '');

  const made = async (admin: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await call('POST', path, { token: admin, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const emailOf = (memberId: string): string => `ill.${memberId}@example.org`;

  const signIn = async (memberId: string): Promise<string> => {
    signedInAt.set(memberId, Date.now());
    const token = await signedInStaff(endpoints, emailOf(memberId));
    tokens.set(memberId, token);
    return token;
  };

  /** Returns a member's token, renewed before it expires: thousands of steps take longer than its lifetime. */
  const tokenFor = async (memberId: string): Promise<string> => {
    const old = Date.now() - (signedInAt.get(memberId) ?? 0) > TOKEN_CACHED_MS;
    return old ? signIn(memberId) : (tokens.get(memberId) ?? '');
  };

  /** Creates a library: member, branch that never closes, and a signed-in staff member for interlibrary loan. */
  const join = async (admin: string, memberId: string): Promise<void> => {
    const library = { memberId, name: 'A test library', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true };
    await made(admin, '/membership/members', library);
    const calendar = { timeZone: 'UTC', weekly: {}, closures: [] };
    const branch = { branchId: mainBranch(memberId), name: 'Main', address: '1 Mill Street', pickup: true, calendar };
    await made(admin, `/membership/members/${memberId}/branches`, branch);
    const email = emailOf(memberId);
    const { staffId } = await made(admin, '/membership/staff', { name: 'A test librarian', email, memberId });
    const grant = { role: 'ill', scope: 'member', member: memberId };
    await made(admin, `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
    await signIn(memberId);
  };

  const adoptPolicies = async (admin: string): Promise<void> => {
    for (const { kind, body, decisionReference } of firstPolicies('2026-01-01T00:00:00.000Z')) {
      const known = await call('GET', `/governance/policies/${kind}/in-force`, { token: admin });
      if (known.status === 404) await made(admin, '/governance/policies', { kind, body, decisionReference });
    }
  };

  return {
    call,
    callPatiently,
    table,
    tokenOf: (member: string): string => tokens.get(member) ?? '',
    /** Adopts the first policies where there are none, and creates these members. */
    begin: async (members: readonly string[]): Promise<string> => {
      const admin = await adminToken(endpoints);
      await adoptPolicies(admin);
      for (const member of members) await join(admin, member);
      return admin;
    },
    /** Returns a request as shown to its member. */
    seen: async (member: string, requestId: string): Promise<LoanRequestView> =>
      (await callPatiently('GET', `/resource-sharing/requests/${requestId}`, { token: await tokenFor(member) }))
        .body as LoanRequestView,
    /** Takes a step by a member's staff. Returns the state after it, or status and code of the refusal. */
    step: async (member: string, requestId: string, path: string, body: Record<string, unknown>): Promise<string> => {
      const options = { token: await tokenFor(member), body: { branchId: mainBranch(member), ...body } };
      const answer = await callPatiently('POST', `/resource-sharing/requests/${requestId}/${path}`, options);
      const view = answer.body as LoanRequestView & { code?: string };
      return answer.status === 200 ? view.status.state : `${answer.status} ${view.code}`;
    },
  };
};
