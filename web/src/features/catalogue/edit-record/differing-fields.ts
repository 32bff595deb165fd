import type { MarcRecord } from './edit.ts';
import { isFixed, type Line, linesOf } from './record-lines.ts';

/** Whose lines of a field are taken: the record's as it stands now, those written here, or what either added without what either took out. */
export type Side = 'now' | 'here' | 'together';

/** A field that differs between the record as it stands now and as it was written here, and who changed it since it was opened. */
export type DifferingField = {
  tag: string;
  changed: 'now' | 'here' | 'both';
  now: Line[];
  here: Line[];
  /** Where both changed a field that can be said more than once. */
  together?: Line[];
};

/** 005 tells when a record was last changed: each save sets it. */
const isTime = (tag: string): boolean => tag === '005';

// Lengths in a leader are reckoned when the record is written.
const contentOf = ({ tag, indicators, text }: Line): string =>
  `${indicators} ${tag === 'LDR' ? text.slice(5, 9) + text.slice(17, 20) : text}`;

const of = (lines: readonly Line[], tag: string): Line[] => lines.filter((line) => line.tag === tag);
const same = (some: readonly Line[], others: readonly Line[]): boolean =>
  JSON.stringify(some.map(contentOf)) === JSON.stringify(others.map(contentOf));

const counted = (lines: readonly Line[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const content of lines.map(contentOf)) counts.set(content, (counts.get(content) ?? 0) + 1);
  return counts;
};

/** The lines without so many of each as are given. */
const less = (lines: readonly Line[], counts: ReadonlyMap<string, number>): Line[] => {
  const left = new Map(counts);
  return lines.filter((line) => {
    const content = contentOf(line);
    const more = left.get(content) ?? 0;
    left.set(content, more - 1);
    return more <= 0;
  });
};

/** What stands, without what was taken out here, and with what was written here; the same line said twice counts twice. */
const added = (were: readonly Line[], now: readonly Line[], here: readonly Line[]): Line[] => {
  const takenOut = counted(less(were, counted(here)));
  const written = less(here, counted(were));
  const addedThere = counted(less(now, counted(were)));
  return [...less(now, takenOut), ...less(written, addedThere)];
};

/**
 * The fields, tag by tag, in which a record as it stands now is not as the lines written here. Takes the record as it was opened, as it
 * stands now, and the lines.
 */
export const differingFields = (opened: MarcRecord, current: MarcRecord, here: readonly Line[]): DifferingField[] => {
  const [before, now] = [linesOf(opened), linesOf(current)];
  const tags = [...new Set([...now, ...here].map(({ tag }) => tag))].filter((tag) => !isTime(tag));
  const inOrder = tags.sort((a, b) => (a === 'LDR' ? -1 : b === 'LDR' ? 1 : a < b ? -1 : 1));
  return inOrder.flatMap((tag): DifferingField[] => {
    const [were, are, written] = [of(before, tag), of(now, tag), of(here, tag)];
    if (same(are, written)) return [];
    const changed = same(were, written) ? 'now' : same(were, are) ? 'here' : 'both';
    const isOfLines = changed === 'both' && !isFixed(tag);
    return [{ tag, changed, now: are, here: written, ...(isOfLines && { together: added(were, are, written) }) }];
  });
};

/** Whether fields of other tags were put into another order here: their lines are taken over tag by tag, their order is not. */
export const isReordered = (opened: MarcRecord, here: readonly Line[]): boolean => {
  const tagsOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ tag }) => tag))];
  const [before, written] = [tagsOf(linesOf(opened)), tagsOf(here)];
  const both = (tags: readonly string[], others: readonly string[]) =>
    tags.filter((tag) => others.includes(tag)).join(' ');
  return both(before, written) !== both(written, before);
};

/** Where lines of a tag belong that a record has none of: before those of higher tags. */
const placeFor = (lines: readonly Line[], tag: string): number => {
  const at = lines.findIndex((line) => line.tag !== 'LDR' && line.tag > tag);
  return at < 0 ? lines.length : at;
};

/** The lines of a record as it stands now, with others in the place of its own for some tags. */
export const takenOver = (current: MarcRecord, taken: readonly { tag: string; lines: readonly Line[] }[]): Line[] => {
  const all = taken.reduce((lines, { tag, lines: others }) => {
    const first = lines.findIndex((line) => line.tag === tag);
    const rest = lines.filter((line) => line.tag !== tag);
    return rest.toSpliced(first < 0 ? placeFor(rest, tag) : first, 0, ...others);
  }, linesOf(current));
  return all.map((line, key) => ({ ...line, key }));
};
