// MARC's bibliographic language codes that differ from the terminological codes of Intl (ISO 639-2).
const terminological: Record<string, string> = {
  ...{ alb: 'sqi', arm: 'hye', baq: 'eus', bur: 'mya', chi: 'zho', cze: 'ces', dut: 'nld', fre: 'fra', geo: 'kat' },
  ...{ ger: 'deu', gre: 'ell', ice: 'isl', mac: 'mkd', mao: 'mri', may: 'msa', per: 'fas', rum: 'ron', slo: 'slk' },
  ...{ tib: 'bod', wel: 'cym' },
};

/** Returns the locale of a language (ISO 639-2/B) for dates and sums; English when Intl does not know the language. */
export const localeOf = (language: string): string => {
  const code = Object.hasOwn(terminological, language) ? (terminological[language] ?? 'en') : language;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([code])[0] ?? 'en';
  } catch {
    return 'en';
  }
};
