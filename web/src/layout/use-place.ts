import { useEffect } from 'react';
import { useWho } from '../api/current-user.ts';
import { memberOf, useDirectory } from '../api/directory.ts';
import { useSelectedLibrary } from '../components/selected-library.ts';
import { setPlaceZone } from '../i18n/place-time.ts';

/**
 * Shows days and times by the clock of a branch, else of the patron's library or of the selected one. Where none of them is known, the
 * zone that all libraries share applies, and the browser's where they differ.
 */
export const usePlace = (branchId?: string): void => {
  const who = useWho();
  const { branches } = useDirectory();
  const selected = useSelectedLibrary();
  const memberId = who?.kind === 'patron' ? who.member : selected;
  const place =
    branches.find((branch) => branch.branchId === branchId) ??
    branches.find((branch) => memberOf(branch.branchId) === memberId);
  const zones = new Set((place ? [place] : branches).map(({ calendar }) => calendar.timeZone));
  const [zone] = zones.size === 1 ? zones : [];
  useEffect(() => setPlaceZone(zone), [zone]);
};
