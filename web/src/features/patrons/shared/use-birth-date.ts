import { useMemo } from 'react';
import { useLanguage } from '../../../i18n/translate.ts';

/** Returns a function that writes a date of birth, always with its year. */
export const useBirthDate = (): ((day: string) => string) => {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return (day) => format.format(new Date(day));
  }, [language]);
};
