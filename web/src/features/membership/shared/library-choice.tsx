import { NativeSelect } from '@mantine/core';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useMembers } from './use-member.ts';

type Library = { memberId: string; name: string };

type Options = { consortium?: string | undefined; isAudited?: boolean; roles?: readonly string[] };

/**
 * The libraries that the user administers (all for an administrator of the consortium, and the consortium itself where it is named), and
 * the chosen one: that of the address, else the first. `isAudited`: an auditor of the consortium reads all of them, too.
 * `roles`: those that suffice at a library; by default that of its administrator.
 */
export const useLibraryChoice = (
  asked: string | undefined,
  { consortium, isAudited = false, roles = ['member-admin'] }: Options = {},
) => {
  const who = useWho();
  const own = useMembers(...roles);
  const { members, isPending } = useDirectory();
  const first = consortium === undefined ? [] : [{ memberId: 'consortium', name: consortium }];
  const isOfAll = hasRole(who, 'admin') || (isAudited && hasRole(who, 'auditor'));
  const libraries: readonly Library[] = isOfAll ? [...first, ...members] : own;
  const chosen = (libraries.find(({ memberId }) => memberId === asked) ?? libraries[0])?.memberId;
  const mayChange = hasRole(who, 'admin') || own.some(({ memberId }) => memberId === chosen);
  return { who, isPending, libraries, chosen, mayChange, member: members.find(({ memberId }) => memberId === chosen) };
};

type Props = { label: string; libraries: readonly Library[]; value: string | undefined; choose: (id: string) => void };

/** Chooses among the libraries that the user administers; nothing for one library. */
export const LibraryChoice = ({ label, libraries, value, choose }: Props) =>
  libraries.length > 1 && value !== undefined ? (
    <NativeSelect
      size="sm"
      aria-label={label}
      value={value}
      data={libraries.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  ) : null;
