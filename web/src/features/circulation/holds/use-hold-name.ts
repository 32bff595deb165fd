import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { cardTail, spokenName } from '../../patrons/shared/patron-name.ts';
import type { QueuedHold } from './use-queue.ts';

type Holder = Pick<QueuedHold, 'patron' | 'patronMember'>;

/** Returns a function that names the patron of a hold: by name and last digits of the card, and one of another library by the library. */
export const useHolderName = () => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  return ({ patron, patronMember }: Holder): string =>
    patron
      ? `${spokenName(patron.name)} ${cardTail(patron.card)}`
      : t('queue.of-library', { member: memberName(patronMember) });
};

/** Returns a function that names a hold of a queue: by its place and patron, and once it has no place by where it is picked up. */
export const useHoldName = () => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const holderOf = useHolderName();
  return ({ place, pickupBranch, ...holder }: Holder & Pick<QueuedHold, 'place' | 'pickupBranch'>): string => {
    const who = holderOf(holder);
    return place === undefined
      ? t('queue.for-branch', { who, branch: branchName(pickupBranch) })
      : t('queue.place-of', { place, who });
  };
};
