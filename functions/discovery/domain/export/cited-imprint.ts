import type { Publication } from '../../../../layers/protocols/marc/publication.ts';

/** "S.l.", "s.n.", "Place of publication not identified", "Verlag nicht ermittelbar": a cataloguer's words for what is not known. */
const isUnknown = (text: string): boolean =>
  /^(?:s\.? ?[ln]\.{0,2}|sine (?:loco|nomine)|.{0,60} (?:not (?:identified|given)|unknown|nicht ermittelbar|non identifié))$/i.test(
    text,
  );

const firstKnown = (texts: readonly string[]): string => texts.find((text) => !isUnknown(text)) ?? '';

/** "[198-?]", "[19--]": the year that such a thing is sorted by is its decade's first. */
const isOpenYear = (dateText: string, year: number): boolean =>
  /(?<!\d)\d\d(?:--|\d[-?])/.test(dateText) && !dateText.includes(String(year));

/** Where, by whom and when, for a citation: empty where it is not known. Takes a description's publication. */
export const citedImprint = ({
  places,
  publishers,
  dateText = '',
  year,
}: Publication): { place: string; publisher: string; year: string } => ({
  place: firstKnown(places),
  publisher: firstKnown(publishers),
  year: year === undefined || isOpenYear(dateText, year) ? '' : String(year),
});
