import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ChangedHold } from './use-queue.ts';

/** Returns a function that names a hold of a queue: by its place, and once it has none by where it is picked up. */
export const useHoldName = () => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  return ({ place, pickupBranch }: Pick<ChangedHold, 'place' | 'pickupBranch'>): string =>
    place === undefined
      ? t('queue.for-branch', { branch: branchName(pickupBranch) })
      : t('queue.place-number', { place });
};
