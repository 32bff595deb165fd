import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { backoff } from '../../../layers/platform/runtime/backoff.ts';
import type { AuthorityField, AuthorityHeading } from '../../../layers/protocols/marc/authority.ts';
import { authorityFieldSchema } from '../domain/index/authority-field.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { authorityKey, type HeadingName, namedHeadings, referencesOf, relatedOf } from '../domain/index/references.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { changedHeadingWrites, shownHeadingSchema, shownHeadings } from './changed-heading-store.ts';
import { noteAuthorities } from './index-number.ts';
import { key } from './keys.ts';

const formsSchema = z.object({
  list: z.enum(['author', 'subject']),
  heading: z.string(),
  /** The variant forms of the heading, by authority record. */
  records: z.array(
    z.object({
      authorityId: z.string(),
      shown: z.string(),
      from: z.array(z.string()),
      /** The headings whose see-also references lead to it. */
      also: z.array(z.string()),
      /** The field to take over; a record of another kind has none. */
      field: authorityFieldSchema.exactOptional(),
    }),
  ),
  v: z.number(),
});
type Forms = z.infer<typeof formsSchema>;

const recordSchema = z.object({
  authorityId: z.string(),
  checksum: z.string(),
  /** The version of what was read from the record: one stored with another version is read again. */
  reading: z.number(),
  /** The load that brought it last, and its byte offset in the file. */
  importId: z.string(),
  offset: z.number(),
  /** Empty when it is deleted or no reference leads to its heading. */
  headings: z.array(z.object({ list: z.enum(['author', 'subject']), heading: z.string() })),
  /** Its headings as shown: now, and before the load that brought it last. */
  established: z.array(shownHeadingSchema).default([]),
  was: z.array(shownHeadingSchema).default([]),
  v: z.number(),
});
type StoredAuthority = z.infer<typeof recordSchema>;

/**
 * An authority record to store: its id in the consortium, the load that brings it and its byte offset in the file, a checksum of its bytes,
 * and its content.
 */
export type AuthorityChange = {
  authorityId: string;
  importId: string;
  offset: number;
  checksum: string;
  deletes: boolean;
  headings: readonly AuthorityHeading[];
  field?: AuthorityField;
};

/** The outcome of storing an authority record. */
export type AuthorityOutcome = 'created' | 'changed' | 'unchanged' | 'withdrawn';

/** Incremented when more is read from a record than before. */
const READING = 1;

/** Records of one heading loaded concurrently, from several parts of a file, conflict several times each. */
const TRIES = 40;
/** More records than this add nothing to one heading. */
const MOST_RECORDS = 20;

const nameOf = ({ list, heading }: HeadingName): string => `${list} ${heading}`;

/** Returns the write of a heading's row with one record's entry added or removed; an empty row is deleted. */
const headingWrite = (
  name: HeadingName,
  before: Forms | undefined,
  authorityId: string,
  stated: (Pick<AuthorityHeading, 'heading' | 'from' | 'also'> & { field?: AuthorityField | undefined }) | undefined,
): Write[] => {
  const others = (before?.records ?? []).filter((one) => one.authorityId !== authorityId);
  const { heading: shown = '', from = [], also = [], field } = stated ?? {};
  const own = stated ? [{ authorityId, shown, from: [...from], also: [...also], ...(field && { field }) }] : [];
  const records = [...own, ...others].slice(0, MOST_RECORDS);
  const when: Condition = before === undefined ? absent() : unchanged(before.v);
  if (records.length === 0) return before === undefined ? [] : [{ delete: key('authority', name), when }];
  // The member of the last load: the work that follows is attributed to it.
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

/** Returns the rows of a record's current and former headings, with its entry added or removed. */
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
    return headingWrite(name, forms[i], authority.authorityId, one && { ...one, field: authority.field });
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
  // When a number occurs twice in a file, the later record applies, whichever part ran first.
  if (isSameLoad && (before?.offset ?? 0) > offset) return 'unchanged';
  const isSame = before?.checksum === checksum && before.reading === READING;
  if (isSame && isSameLoad && before?.offset === offset) return 'unchanged';
  // For identical bytes only the load and position are updated: earlier parts of the load may still arrive.
  const { now, writes } = isSame ? { now: before.headings, writes: [] } : await headingWrites(table, authority, before);
  const established = shownHeadings(authority.headings);
  const was = (isSameLoad ? before?.was : before?.established) ?? [];
  const changed = changedHeadingWrites(authority, { was, established, isSameLoad });
  const record = { authorityId, checksum, reading: READING, importId, offset, headings: now, established, was };
  const own: Write = {
    put: { ...recordKey, ...stamp('authorityRecord', (before?.v ?? 0) + 1), ...record },
    when: before === undefined ? absent() : unchanged(before.v),
  };
  // Also for an unchanged record, which may have been stored before this was noted.
  if (now.length > 0 || writes.length > 0) await noteAuthorities(table);
  if (await table.write([...writes, own, ...changed])) return 'conflict';
  return isSame ? 'unchanged' : outcomeOf(before?.headings.length ?? 0, now.length, deletes);
};

/**
 * Stores an authority record in one transaction: the rows of its current and former headings. A record earlier in the file than one that
 * the same load stored changes nothing. A deleted one stays as a row without headings. Throws after repeated conflicts.
 */
export const keepAuthority = async (table: Table, authority: AuthorityChange): Promise<AuthorityOutcome> => {
  for (let i = 1; i <= TRIES; i += 1) {
    const outcome = await attempt(table, authority);
    if (outcome !== 'conflict') return outcome;
    await backoff(i);
  }
  throw new TableConflict(`${authority.authorityId} was changed ${TRIES} times at once`);
};

/** A heading as the authorities have it: its established form, its variant forms, and the field to take over. */
type FoundAuthority = { heading: string; from: string[]; field?: z.infer<typeof authorityFieldSchema> };

/** Returns what the authorities have on a heading; undefined when none has it. */
export const authorityOf = async (
  table: Table,
  list: HeadingName['list'],
  text: string,
): Promise<FoundAuthority | undefined> => {
  const heading = authorityKey(list, text);
  if (heading === '') return undefined;
  const [found] = await readForms(table, [{ list, heading }]);
  const [first] = found?.records ?? [];
  if (!first) return undefined;
  const from = [...new Set(found?.records.flatMap((one) => one.from))];
  return { heading: first.shown, from, ...(first.field && { field: first.field }) };
};

/**
 * Reads the current references of the headings of some documents from the authorities: strongly, each heading once. Returns a function that
 * adds them to one of these documents.
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
