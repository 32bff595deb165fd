import { useQuery, useQueryClient } from '@tanstack/react-query';
import { forgetPerson } from '../../api/forget-person.ts';
import { type Session, signedIn } from '../../api/session.ts';

/** A person of the demo. `refused`: a card and an item whose checkout at a branch is refused, to show the explanation. */
export type DemoPerson = {
  account: string;
  name: string;
  member: string | null;
  refused?: { branch: string; card: string; barcode: string };
};

const read = async <T>(path: string, request?: RequestInit): Promise<T> => {
  const response = await fetch(path, request);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

/** Loads the people of the demo; only an instance on one machine has them. */
export const loadPeople = (): Promise<DemoPerson[]> => read('/local/people.json');

/** Returns the people of the demo. */
export const usePeople = () =>
  useQuery({ queryKey: ['demo-people'], queryFn: loadPeople, staleTime: Number.POSITIVE_INFINITY, retry: false });

/**
 * Returns the function that signs a person of the demo in without a password. What the person before has loaded is removed from the tab.
 */
export const useBecome = () => {
  const client = useQueryClient();
  return async (account: string): Promise<void> => {
    const path = `/local/sign-ins/${account}`;
    const { kind, token, seconds } = await read<{ kind: Session['kind']; token: string; seconds: number }>(path, {
      method: 'POST',
    });
    for (const name of Object.keys(sessionStorage)) if (name.startsWith('oidc.user:')) sessionStorage.removeItem(name);
    forgetPerson(client);
    signedIn(kind, token, seconds);
  };
};
