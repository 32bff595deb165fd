import { useQuery } from '@tanstack/react-query';
import { api, take } from './client.ts';
import type { operations } from './schema.generated.d.ts';
import { useSession } from './session.ts';

type Ok<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : operations[Id] extends { responses: { 201: { content: { 'application/json': infer Body } } } }
    ? Body
    : never;
/** The success response of an operation. */
export type Answered<Id extends keyof operations> = Ok<Id>;
export type { operations };

export type Who = Answered<'membership-whoami'>;
type Staff = Extract<Who, { kind: 'staff' }>;

/** Returns the signed-in user with name, member and roles; undefined while nobody is signed in or the answer is pending. */
export const useWho = (): Who | undefined => {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['who', session?.kind],
    queryFn: () => take(api.GET('/v1/membership/me')),
    enabled: session !== undefined,
    staleTime: 5 * 60_000,
  });
  return session ? data : undefined;
};

/** Returns the patron's own profile; requested only when a patron is signed in. */
export const useProfile = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['profile'],
    queryFn: () => take(api.GET('/v1/patrons/me')),
    enabled: session?.kind === 'patron',
  });
};

/** Whether the user holds one of these roles anywhere. Decides which pages to offer; the API decides what is allowed. */
export const hasRole = (who: Who | undefined, ...roles: string[]): who is Staff =>
  who?.kind === 'staff' && who.grants.some(({ role }) => roles.includes(role));

/** Whether the user holds a role at a member or one of its branches. Decides which actions to offer; the API decides what is allowed. */
export const holdsAt = (who: Who | undefined, memberId: string, role: string): boolean =>
  who?.kind === 'staff' &&
  who.grants.some((grant) => {
    if (grant.role !== role || grant.scope === 'consortium') return false;
    return grant.scope === 'member' ? grant.member === memberId : grant.branch.startsWith(`${memberId}.`);
  });
