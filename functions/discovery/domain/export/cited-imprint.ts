import type { Publication } from '../../../../layers/protocols/marc/publication.ts';

/**
 * Returns whether a text is a cataloguer's phrase for an unknown value: "S.l.", "s.n.", "Place of publication not identified", "Verlag
 * nicht ermittelbar".
 */
const isUnknown = (text: string): boolean =>
  /^(?:s\.? ?[ln]\.{0,2}|sine (?:loco|nomine)|.{0,60} (?:not (?:identified|given)|unknown|nicht ermittelbar|non identifié))$/i.test(
    text,
  );

const firstKnown = (texts: readonly string[]): string => texts.find((text) => !isUnknown(text)) ?? '';

/** Returns whether a year is open, "[198-?]", "[19--]": it then sorts by the first year of its decade or century. */
const isOpenYear = (dateText: string, year: number): boolean =>
  /(?<!\d)\d\d(?:--|\d[-?])/.test(dateText) && !dateText.includes(String(year));

/** Returns place, publisher and date for a citation; empty where unknown. Takes a description's publication. */
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
