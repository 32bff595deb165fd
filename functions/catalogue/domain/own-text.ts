import type { DataField, MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { localFields, localText, patronsField } from './visibility/local-fields.ts';
import { type Audience, visibleTo } from './visibility/visibility.ts';

/** A library's text for its own users, as catalogued, by the token of those who may read it. */
export type OwnWords = { token: string; texts: string[] };

/** The text beyond these lengths is truncated: per token, so that no library uses the space of another, and in total. */
const LONGEST = { ofToken: 5_000, ofAll: 100_000 };

type Source = { memberId: string; hiddenFrom: readonly Audience[]; record: MarcRecord };

/**
 * Returns the token of the readers of a library's own fields: its users; for records hidden from its patrons, 9XX and private fields, its
 * staff.
 */
const readersOf = ({ memberId, hiddenFrom }: Source, isStaffs: boolean): string => {
  const own = `member:${memberId}`;
  const seen = visibleTo(memberId, hiddenFrom);
  return !isStaffs && (seen.includes('public') || seen.includes(own)) ? own : `staff:${memberId}`;
};

/** Returns the versions of a field: for a library's patrons, and for its staff where they may read more. */
const readings = (field: DataField): { field: DataField; isStaffs: boolean }[] => {
  const read = patronsField(field);
  return [...(read ? [{ field: read, isStaffs: false }] : []), ...(read === field ? [] : [{ field, isStaffs: true }])];
};

/**
 * Returns the libraries' own fields in the sources of a union record, each under the token of those who may read it. Takes the tags with a
 * member's items, which are shown as holdings. Records hidden from the union are left out.
 */
export const ownWordsOf = (
  sources: readonly Source[],
  itemTagsOf: (memberId: string) => readonly string[],
): OwnWords[] => {
  const byToken = new Map<string, Set<string>>();
  const space = new Map<string, number>();
  let whole = LONGEST.ofAll;
  for (const source of sources) {
    if (source.hiddenFrom.includes('union')) continue;
    const fields = localFields([source], [source.memberId], itemTagsOf).flatMap(({ field }) => readings(field));
    for (const { field, isStaffs } of fields) {
      const token = readersOf(source, isStaffs);
      const left = Math.min(space.get(token) ?? LONGEST.ofToken, whole);
      const text = localText(field).slice(0, left);
      const texts = byToken.get(token) ?? new Set();
      if (text === '' || texts.has(text)) continue;
      space.set(token, (space.get(token) ?? LONGEST.ofToken) - text.length);
      whole -= text.length;
      byToken.set(token, texts.add(text));
    }
  }
  return [...byToken]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([token, texts]) => ({ token, texts: [...texts].sort() }));
};
