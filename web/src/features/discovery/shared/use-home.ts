import { useWho } from '../../../api/current-user.ts';
import { type Member, useDirectory } from '../../../api/directory.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import type { Within } from './search-parameters.ts';

/** Returns the visitor's own library (by its portal, else by the signed-in user) and the libraries of its kind; no home when unknown. */
export const useHome = (): { home: Member | undefined; membersOf: (within: Within | undefined) => string[] } => {
  const library = useSelectedLibrary();
  const who = useWho();
  const { members } = useDirectory();
  const id = library || (who?.kind === 'patron' || who?.kind === 'staff' ? who.member : undefined);
  const home = members.find(({ memberId }) => memberId === id);
  const kind = members.filter(({ type }) => type === home?.type).map(({ memberId }) => memberId);
  return {
    home,
    membersOf: (within) =>
      home === undefined || within === undefined ? [] : within === 'home' ? [home.memberId] : kind,
  };
};
