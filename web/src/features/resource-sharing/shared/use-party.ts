import { useMemo } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePartners } from './use-partners.ts';

/** Whether a party is a partner, by the prefix of its id. */
export const isPartner = (party: string): boolean => party.startsWith('prt_');

/** Returns a function that names a party: members by the directory, partners by the registry where accessible. */
export const useParty = (): ((party: string) => string) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { data } = usePartners();
  const names = useMemo(() => new Map((data ?? []).map(({ partnerId, name }) => [partnerId, name])), [data]);
  return (party) => (isPartner(party) ? (names.get(party) ?? t('loans.outside-library')) : memberName(party));
};
