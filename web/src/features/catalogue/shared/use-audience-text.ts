import { useTranslate } from '../../../i18n/translate.ts';
import type { Entry } from './source-records.ts';

type Audiences = Extract<Entry, { kind: 'hide' }>['before'];

/** Returns a function that lists the audiences from which something is hidden, or says that there are none. */
export const useAudiences = (): ((some: Audiences) => string) => {
  const t = useTranslate();
  return (some) => some.map((one) => t(`audience.${one}`)).join(', ') || t('changes.from-nobody');
};
