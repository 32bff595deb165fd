import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, take } from './client.ts';
import type { Answered } from './current-user.ts';

export type Member = Answered<'membership-list-directory'>['members'][number];
export type Branch = Member['branches'][number];

/** Loads all pages of the directory. The browser asks again by ETag and keeps the pages that have not changed. */
const loadDirectory = async (): Promise<Member[]> => {
  const members: Member[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 100, ...(after !== undefined && { after }) };
    const page = await take(api.GET('/v1/membership/directory', { params: { query } }));
    members.push(...page.members);
    after = page.next;
  } while (after !== undefined);
  return members;
};

/** Returns the members with their branches, and names by id. Ids are shown until the names have loaded. */
export const useDirectory = () => {
  const { data, isPending } = useQuery({
    queryKey: ['directory'],
    queryFn: loadDirectory,
    staleTime: 30 * 60_000,
  });
  return useMemo(() => {
    const members = data ?? [];
    const branches = members.flatMap((member) => member.branches);
    const memberNames = new Map(members.map(({ memberId, name }) => [memberId, name]));
    const nameOf =
      (list: 'locations' | 'itemTypes') =>
      (memberId: string, code: string): string | undefined =>
        members.find((member) => member.memberId === memberId)?.names?.[list].find((one) => one.code === code)?.name;
    const branchNames = new Map(branches.map(({ branchId, name }) => [branchId, name]));
    return {
      members,
      branches,
      isPending,
      memberName: (id: string): string => memberNames.get(id) ?? id,
      branchName: (id: string): string => branchNames.get(id) ?? id,
      /** Returns a member's name of a shelving location for patrons; the code if it has no name. */
      locationName: (memberId: string, code: string): string => nameOf('locations')(memberId, code) ?? code,
      /** Returns a member's name of an item type for patrons; undefined if it has no name. */
      itemTypeName: nameOf('itemTypes'),
    };
  }, [data, isPending]);
};

/** Returns the member of a branch, derived from the branch id. */
export const memberOf = (branchId: string): string => branchId.slice(0, branchId.indexOf('.'));
