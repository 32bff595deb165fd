import type { DataField, MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { localFields, localText, patronsField } from './visibility/local-fields.ts';
import { type Audience, visibleTo } from './visibility/visibility.ts';

/** What a library says for its own people, as catalogued: by the token of those who may read it. */
export type OwnWords = { token: string; texts: string[] };

/** Text beyond this is cut: of what one token's bearers may read, so that no library takes the room of another; and of all. */
const LONGEST = { ofToken: 5_000, ofAll: 100_000 };

type Source = { memberId: string; hiddenFrom: readonly Audience[]; record: MarcRecord };

/** Who reads a library's own fields: its people; of a record that it hides from its readers, and of 9XX and what is private, its staff. */
const readersOf = ({ memberId, hiddenFrom }: Source, isStaffs: boolean): string => {
  const own = `member:${memberId}`;
  const seen = visibleTo(memberId, hiddenFrom);
  return !isStaffs && (seen.includes('public') || seen.includes(own)) ? own : `staff:${memberId}`;
};

/** A field as a library's readers may read it, and as its staff does where that is more. */
const readings = (field: DataField): { field: DataField; isStaffs: boolean }[] => {
  const read = patronsField(field);
  return [...(read ? [{ field: read, isStaffs: false }] : []), ...(read === field ? [] : [{ field, isStaffs: true }])];
};

/**
 * The libraries' own fields in the sources of a union record, each under the token of who may read it. Takes which tags hold a
 * member's items, which are told as holdings; a record that is hidden from the union says nothing.
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
