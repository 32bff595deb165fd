import * as z from 'zod';
import type { IndexDocument } from '../../domain/catalogue/index-document.ts';
import { authorityKey, type HeadingName, namedHeadings, referencesOf } from '../../domain/catalogue/references.ts';
import type { AuthorityHeading } from '../../domain/marc/authority.ts';
import { absent, type Condition, unchanged } from '../condition.ts';
import { key } from '../keys.ts';
import { stamp, type Table, TableConflict } from '../table.ts';
import type { Write } from '../write.ts';

const formsSchema = z.object({
  list: z.enum(['author', 'subject']),
  heading: z.string(),
  /** The forms that lead to the heading, by the authority record that says so. */
  records: z.array(z.object({ authorityId: z.string(), shown: z.string(), from: z.array(z.string()) })),
  v: z.number(),
});
type Forms = z.infer<typeof formsSchema>;

const recordSchema = z.object({
  authorityId: z.string(),
  checksum: z.string(),
  headings: z.array(z.object({ list: z.enum(['author', 'subject']), heading: z.string() })),
  v: z.number(),
});

/** An authority record to keep: its id in the consortium, by whose load, a checksum of its bytes, and what it says. */
export type KeptAuthority = {
  authorityId: string;
  checksum: string;
  deletes: boolean;
  headings: readonly AuthorityHeading[];
};

/** What became of an authority record. */
export type AuthorityOutcome = 'created' | 'changed' | 'unchanged' | 'withdrawn';

const TRIES = 8;
/** More records than these say nothing new of one heading. */
const MOST_RECORDS = 20;

const nameOf = ({ list, heading }: HeadingName): string => `${list} ${heading}`;

/** The row of a heading with one record's word on it put in, or taken out: nothing left, it goes. */
const headingWrite = (
  name: HeadingName,
  before: Forms | undefined,
  authorityId: string,
  said: { shown: string; from: readonly string[] } | undefined,
): Write[] => {
  const others = (before?.records ?? []).filter((one) => one.authorityId !== authorityId);
  const own = said && said.from.length > 0 ? [{ authorityId, shown: said.shown, from: [...said.from] }] : [];
  const records = [...own, ...others].slice(0, MOST_RECORDS);
  const when: Condition = before === undefined ? absent() : unchanged(before.v);
  if (records.length === 0) return before === undefined ? [] : [{ delete: key('authority', name), when }];
  const row = { ...name, records };
  return [{ put: { ...key('authority', name), ...stamp('authority', (before?.v ?? 0) + 1), ...row }, when }];
};

const readForms = async (table: Table, names: readonly HeadingName[]): Promise<(Forms | undefined)[]> => {
  const rows = await table.getMany(
    names.map((name) => key('authority', name)),
    { strong: true },
  );
  return rows.map((row) => row && formsSchema.parse(row));
};

const attempt = async (table: Table, kept: KeptAuthority): Promise<AuthorityOutcome | 'conflict'> => {
  const { authorityId, checksum, deletes, headings } = kept;
  const recordKey = key('authorityRecord', { authorityId });
  const row = await table.get(recordKey, { strong: true });
  const before = row && recordSchema.parse(row);
  if (before ? before.checksum === checksum : deletes) return 'unchanged';
  const said = new Map(
    headings
      .filter(({ from }) => from.length > 0)
      .map((one) => [nameOf({ list: one.list, heading: authorityKey(one.list, one.heading) }), one]),
  );
  const now = [...said.values()].map(({ list, heading }) => ({ list, heading: authorityKey(list, heading) }));
  // A heading that leads from nothing is in no row, nor is its record, unless one was kept before.
  if (!before && now.length === 0) return 'unchanged';
  const names = [...new Map([...(before?.headings ?? []), ...now].map((name) => [nameOf(name), name])).values()];
  const forms = await readForms(table, names);
  const writes = names.flatMap((name, i) => {
    const one = said.get(nameOf(name));
    return headingWrite(name, forms[i], authorityId, one && { shown: one.heading, from: one.from });
  });
  const when = before === undefined ? absent() : unchanged(before.v);
  const record = { authorityId, checksum, headings: now };
  const own: Write = deletes
    ? { delete: recordKey, when }
    : { put: { ...recordKey, ...stamp('authorityRecord', (before?.v ?? 0) + 1), ...record }, when };
  if (await table.write([...writes, own])) return 'conflict';
  if (deletes) return 'withdrawn';
  return before ? 'changed' : 'created';
};

/**
 * Keeps an authority record in one transaction: the rows of the headings that it has now, and of those that it had. The very
 * bytes of before write nothing. Throws when it loses its race again and again.
 */
export const keepAuthority = async (table: Table, kept: KeptAuthority): Promise<AuthorityOutcome> => {
  for (let i = 0; i < TRIES; i += 1) {
    const outcome = await attempt(table, kept);
    if (outcome !== 'conflict') return outcome;
  }
  throw new TableConflict(`${kept.authorityId} was changed ${TRIES} times at once`);
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

/** A record's document with the references of its headings, as the authorities have them at this moment; read strongly. */
export const withReferences = async (table: Table, document: IndexDocument): Promise<IndexDocument> => {
  const names = namedHeadings(document);
  if (names.length === 0) return document;
  const forms = await readForms(table, names);
  const byName = new Map(
    names.map((name, i) => [nameOf(name), forms[i]?.records.flatMap(({ from }) => from) ?? []] as const),
  );
  const seeReferences = referencesOf(document, (name) => byName.get(nameOf(name)) ?? []);
  return seeReferences.length === 0 ? document : { ...document, seeReferences };
};
