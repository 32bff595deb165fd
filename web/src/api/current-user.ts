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
/** What an operation answers when all is well. */
export type Answered<Id extends keyof operations> = Ok<Id>;
export type { operations };

type Who = Answered<'membership-whoami'>;
type Staff = Extract<Who, { kind: 'staff' }>;

/** Who is signed in, with name, member and roles; undefined while nobody is or it is not known yet. */
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

/** The patron's own profile; only asked for when a patron is signed in. */
export const useProfile = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['profile'],
    queryFn: () => take(api.GET('/v1/patrons/me')),
    enabled: session?.kind === 'patron',
  });
};

/** Whether somebody holds one of these roles anywhere: which rooms to offer, never what is allowed (the API decides). */
export const hasRole = (who: Who | undefined, ...roles: string[]): who is Staff =>
  who?.kind === 'staff' && who.grants.some(({ role }) => roles.includes(role));

/** Whether somebody holds a role at a member, the whole of it or a branch: which acts to offer, never what is allowed. */
export const holdsAt = (who: Who | undefined, memberId: string, role: string): boolean =>
  who?.kind === 'staff' &&
  who.grants.some((grant) => {
    if (grant.role !== role || grant.scope === 'consortium') return false;
    return grant.scope === 'member' ? grant.member === memberId : grant.branch.startsWith(`${memberId}.`);
  });
