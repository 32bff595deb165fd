import type { MatchFeatures } from './features.ts';
import { shares } from './signals.ts';

// Unknown, several, or no language.
const NO_LANGUAGE = new Set(['und', 'mul', 'zxx', 'mis', 'sgn']);

// Deprecated codes with their replacements, and older stages of a language for which the modern code is often used.
const AS_CODED: Readonly<Record<string, string>> = {
  ...{ scr: 'hrv', scc: 'srp', mol: 'rum', lan: 'oci', iri: 'gle', gae: 'gla', tag: 'tgl', cam: 'khm', esp: 'epo' },
  ...{ fri: 'fry', grc: 'gre', enm: 'eng', ang: 'eng', frm: 'fre', fro: 'fre', gmh: 'ger', goh: 'ger' },
};

const now = (language: string): string => AS_CODED[language] ?? language;

const languageOf = ({ language }: MatchFeatures): string | undefined =>
  language === undefined || NO_LANGUAGE.has(language) ? undefined : now(language);

const alsoIn = ({ languages = [] }: MatchFeatures, language: string): boolean =>
  languages.some((one) => now(one) === language || NO_LANGUAGE.has(one));

/** Returns the languages of two records that differ when neither is among the other's (041 $a); else undefined. */
export const otherLanguages = (a: MatchFeatures, b: MatchFeatures): [string, string] | undefined => {
  const [one, two] = [languageOf(a), languageOf(b)];
  if (one === undefined || two === undefined || one === two) return undefined;
  return alsoIn(a, two) || alsoIn(b, one) || shares(a.languages, b.languages) ? undefined : [one, two];
};
