import { useSay } from '../../../i18n/translate.ts';
import type { Entry } from '../shared/source-records.ts';

type Audiences = Extract<Entry, { kind: 'hide' }>['before'];

/** From whom something is hidden, in words: also from nobody. */
export const useAudiences = (): ((some: Audiences) => string) => {
  const say = useSay();
  return (some) => some.map((one) => say(`audience.${one}`)).join(', ') || say('changes.from-nobody');
};
