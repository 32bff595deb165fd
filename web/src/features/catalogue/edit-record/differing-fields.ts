import type { MarcRecord } from './edit.ts';
import { isFixed, type Line, linesOf } from './record-lines.ts';

/** Which lines of a field to take: the current ones, the edited ones, or the combination of both sides' changes. */
export type Side = 'now' | 'here' | 'together';

/** A field that differs between the current record and the edited lines, and who changed it since the record was opened. */
export type DifferingField = {
  tag: string;
  changed: 'now' | 'here' | 'both';
  now: Line[];
  here: Line[];
  /** Present where both sides changed a repeatable field. */
  together?: Line[];
};

/** Field 005 holds the time of the last change: each save sets it. */
const isTime = (tag: string): boolean => tag === '005';

// The lengths in a leader are computed when the record is written.
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

/** The lines minus the given number of each. */
const less = (lines: readonly Line[], counts: ReadonlyMap<string, number>): Line[] => {
  const left = new Map(counts);
  return lines.filter((line) => {
    const content = contentOf(line);
    const more = left.get(content) ?? 0;
    left.set(content, more - 1);
    return more <= 0;
  });
};

/** The current lines, without those removed in the edit and with those added in it; equal lines are counted separately. */
const added = (were: readonly Line[], now: readonly Line[], here: readonly Line[]): Line[] => {
  const takenOut = counted(less(were, counted(here)));
  const written = less(here, counted(were));
  const addedThere = counted(less(now, counted(were)));
  return [...less(now, takenOut), ...less(written, addedThere)];
};

/**
 * Returns the fields, by tag, in which the current record differs from the edited lines. Takes the record as opened, the current record
 * and the lines.
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

/** Whether the edit reordered fields of different tags: lines are taken over by tag, the order is not. */
export const isReordered = (opened: MarcRecord, here: readonly Line[]): boolean => {
  const tagsOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ tag }) => tag))];
  const [before, written] = [tagsOf(linesOf(opened)), tagsOf(here)];
  const both = (tags: readonly string[], others: readonly string[]) =>
    tags.filter((tag) => others.includes(tag)).join(' ');
  return both(before, written) !== both(written, before);
};

/** The position for lines of a tag that the record lacks: before those of higher tags. */
const placeFor = (lines: readonly Line[], tag: string): number => {
  const at = lines.findIndex((line) => line.tag !== 'LDR' && line.tag > tag);
  return at < 0 ? lines.length : at;
};

/** Returns the lines of the current record, with the lines of some tags replaced. */
export const takenOver = (current: MarcRecord, taken: readonly { tag: string; lines: readonly Line[] }[]): Line[] => {
  const all = taken.reduce((lines, { tag, lines: others }) => {
    const first = lines.findIndex((line) => line.tag === tag);
    const rest = lines.filter((line) => line.tag !== tag);
    return rest.toSpliced(first < 0 ? placeFor(rest, tag) : first, 0, ...others);
  }, linesOf(current));
  return all.map((line, key) => ({ ...line, key }));
};
