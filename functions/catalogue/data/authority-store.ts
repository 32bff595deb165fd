import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { backoff } from '../../../layers/platform/runtime/backoff.ts';
import type { AuthorityHeading } from '../../../layers/protocols/marc/authority.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { authorityKey, type HeadingName, namedHeadings, referencesOf, relatedOf } from '../domain/index/references.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { noteAuthorities } from './index-number.ts';
import { key } from './keys.ts';

const formsSchema = z.object({
  list: z.enum(['author', 'subject']),
  heading: z.string(),
  /** The forms that lead to the heading, by the authority record that says so. */
  records: z.array(
    z.object({
      authorityId: z.string(),
      shown: z.string(),
      from: z.array(z.string()),
      /** The headings at which it is named too; in rows of before none. */
      also: z.array(z.string()).default([]),
    }),
  ),
  v: z.number(),
});
type Forms = z.infer<typeof formsSchema>;

const recordSchema = z.object({
  authorityId: z.string(),
  checksum: z.string(),
  /** What of the record was read: what came before see-also references were is read again. */
  reading: z.number().default(1),
  /** The load that brought it last, and where it stood in its file; of old rows not known. */
  importId: z.string().exactOptional(),
  offset: z.number().exactOptional(),
  /** None: it is deleted, or nothing leads to its heading. */
  headings: z.array(z.object({ list: z.enum(['author', 'subject']), heading: z.string() })),
  v: z.number(),
});
type StoredAuthority = z.infer<typeof recordSchema>;

/**
 * An authority record to keep: its id in the consortium, the load that brings it and its byte offset in the file, a checksum of its
 * bytes, and what it says.
 */
export type AuthorityChange = {
  authorityId: string;
  importId: string;
  offset: number;
  checksum: string;
  deletes: boolean;
  headings: readonly AuthorityHeading[];
};

/** What became of an authority record. */
export type AuthorityOutcome = 'created' | 'changed' | 'unchanged' | 'withdrawn';

/** Raised when more is read of a record than before. */
const READING = 2;

/** Records of one heading side by side, in several parts of a file, lose some races each. */
const TRIES = 40;
/** More records than these say nothing new of one heading. */
const MOST_RECORDS = 20;

const nameOf = ({ list, heading }: HeadingName): string => `${list} ${heading}`;

/** The row of a heading with one record's word on it put in, or taken out: nothing left, it goes. */
const headingWrite = (
  name: HeadingName,
  before: Forms | undefined,
  authorityId: string,
  stated: { shown: string; from: readonly string[]; also: readonly string[] } | undefined,
): Write[] => {
  const others = (before?.records ?? []).filter((one) => one.authorityId !== authorityId);
  const own = stated ? [{ authorityId, shown: stated.shown, from: [...stated.from], also: [...stated.also] }] : [];
  const records = [...own, ...others].slice(0, MOST_RECORDS);
  const when: Condition = before === undefined ? absent() : unchanged(before.v);
  if (records.length === 0) return before === undefined ? [] : [{ delete: key('authority', name), when }];
  // Whose load changed it last: the work that follows is theirs.
  const row = { ...name, records, by: memberOfSource(authorityId) };
  return [{ put: { ...key('authority', name), ...stamp('authority', (before?.v ?? 0) + 1), ...row }, when }];
};

const readForms = async (table: Table, names: readonly HeadingName[]): Promise<(Forms | undefined)[]> => {
  const rows = await table.getMany(
    names.map((name) => key('authority', name)),
    { strong: true },
  );
  return rows.map((row) => row && formsSchema.parse(row));
};

/** The rows of the headings that a record has now, and of those that it had, with its word put in or taken out. */
const headingWrites = async (table: Table, authority: AuthorityChange, before: StoredAuthority | undefined) => {
  const headings = new Map(
    authority.headings
      .filter(({ from, also }) => from.length + also.length > 0)
      .map((one) => [nameOf({ list: one.list, heading: authorityKey(one.list, one.heading) }), one]),
  );
  const now = [...headings.values()].map(({ list, heading }) => ({ list, heading: authorityKey(list, heading) }));
  const names = [...new Map([...(before?.headings ?? []), ...now].map((name) => [nameOf(name), name])).values()];
  const forms = await readForms(table, names);
  const writes = names.flatMap((name, i) => {
    const one = headings.get(nameOf(name));
    return headingWrite(
      name,
      forms[i],
      authority.authorityId,
      one && { shown: one.heading, from: one.from, also: one.also },
    );
  });
  return { now, writes };
};

const outcomeOf = (had: number, has: number, deletes: boolean): AuthorityOutcome => {
  if (had === 0) return has === 0 ? 'unchanged' : 'created';
  return deletes ? 'withdrawn' : 'changed';
};

const attempt = async (table: Table, authority: AuthorityChange): Promise<AuthorityOutcome | 'conflict'> => {
  const { authorityId, checksum, importId, offset, deletes } = authority;
  const recordKey = key('authorityRecord', { authorityId });
  const row = await table.get(recordKey, { strong: true });
  const before = row && recordSchema.parse(row);
  const isSameLoad = before?.importId === importId;
  // One number twice in a file: the later one stands, whichever part was quicker.
  if (isSameLoad && (before?.offset ?? 0) > offset) return 'unchanged';
  const isSame = before?.checksum === checksum && before.reading === READING;
  if (isSame && isSameLoad && before?.offset === offset) return 'unchanged';
  // Of the very bytes it is noted only which load has them now, and where: its earlier parts may still come.
  const { now, writes } = isSame ? { now: before.headings, writes: [] } : await headingWrites(table, authority, before);
  const record = { authorityId, checksum, reading: READING, importId, offset, headings: now };
  const own: Write = {
    put: { ...recordKey, ...stamp('authorityRecord', (before?.v ?? 0) + 1), ...record },
    when: before === undefined ? absent() : unchanged(before.v),
  };
  // Also of one that is as it was: it may have come before this was noted.
  if (now.length > 0 || writes.length > 0) await noteAuthorities(table);
  if (await table.write([...writes, own])) return 'conflict';
  return isSame ? 'unchanged' : outcomeOf(before?.headings.length ?? 0, now.length, deletes);
};

/**
 * Keeps an authority record in one transaction: the rows of the headings that it has now, and of those that it had. One that is
 * older in its file than what the same load brought changes nothing. A deleted one stays as a row without headings. Throws when it
 * loses its race again and again.
 */
export const keepAuthority = async (table: Table, authority: AuthorityChange): Promise<AuthorityOutcome> => {
  for (let i = 1; i <= TRIES; i += 1) {
    const outcome = await attempt(table, authority);
    if (outcome !== 'conflict') return outcome;
    await backoff(i);
  }
  throw new TableConflict(`${authority.authorityId} was changed ${TRIES} times at once`);
};

/** What the authorities say of a heading: how it is written, and the forms that lead to it; undefined when none has it. */
export const authorityOf = async (
  table: Table,
  list: HeadingName['list'],
  text: string,
): Promise<{ heading: string; from: string[] } | undefined> => {
  const heading = authorityKey(list, text);
  if (heading === '') return undefined;
  const [found] = await readForms(table, [{ list, heading }]);
  const [first] = found?.records ?? [];
  return first && { heading: first.shown, from: [...new Set(found?.records.flatMap(({ from }) => from))] };
};

/**
 * Reads the references of the headings of some documents, as the authorities have them at this moment: strongly, each heading once.
 * Gives what puts them into one of these documents.
 */
export const readReferences = async (
  table: Table,
  documents: readonly IndexDocument[],
): Promise<(document: IndexDocument) => IndexDocument> => {
  const names = new Map(documents.flatMap(namedHeadings).map((name) => [nameOf(name), name]));
  const rows = await table.getMany(
    [...names.values()].map((name) => key('authority', name)),
    { strong: true },
  );
  const byName = new Map([...names.keys()].flatMap((name, i) => (rows[i] ? [[name, rows[i]] as const] : [])));
  const formsFor = (name: HeadingName): Forms['records'] => {
    const row = byName.get(nameOf(name));
    return row === undefined ? [] : formsSchema.parse(row).records;
  };
  if (byName.size === 0) return (document) => document;
  return (document) => {
    const seeReferences = referencesOf(document, (name) => formsFor(name).flatMap(({ from }) => from));
    const seeAlso = relatedOf(document, (name) => formsFor(name).flatMap(({ also }) => also));
    return {
      ...document,
      ...(seeReferences.length > 0 && { seeReferences }),
      ...(seeAlso.length > 0 && { seeAlso }),
    };
  };
};
