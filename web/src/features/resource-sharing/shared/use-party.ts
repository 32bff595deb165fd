import { useMemo } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePartners } from './use-partners.ts';

/** Whether a party of a loan is outside the consortium: its id among partners begins so. */
export const isPartner = (party: string): boolean => party.startsWith('prt_');

/** The name of a party of a loan: a member’s out of the directory, a partner’s out of the registry where one may read it. */
export const useParty = (): ((party: string) => string) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { data } = usePartners();
  const names = useMemo(() => new Map((data ?? []).map(({ partnerId, name }) => [partnerId, name])), [data]);
  return (party) => (isPartner(party) ? (names.get(party) ?? t('loans.outside-library')) : memberName(party));
};
