import * as z from 'zod';
import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answeredConsents } from '../../patrons/public/answered-consents.ts';
import { claimWrite } from '../../patrons/public/card-claim-write.ts';
import { shareWrite } from '../../patrons/public/card-share-write.ts';
import type { StoredCard } from '../../patrons/public/card-store.ts';
import { editedPatron } from '../../patrons/public/edit-patron.ts';
import { findPossibleDuplicates } from '../../patrons/public/find-possible-duplicates.ts';
import { isMinorOn } from '../../patrons/public/is-minor-on.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { likenessKeys } from '../../patrons/public/likeness.ts';
import { pairItems } from '../../patrons/public/pair-items.ts';
import { registration } from '../../patrons/public/patron-registration.ts';
import { type Patron, patronStore } from '../../patrons/public/patron-store.ts';
import type { Person } from '../../patrons/public/person.ts';
import { personSchema } from '../../patrons/public/person-schema.ts';
import { readCard } from '../../patrons/public/read-card.ts';
import { saveEdit } from '../../patrons/public/save-edit.ts';
import { columnDigest, derivedId, rowDigest, shortKey } from '../data/digests.ts';
import { key } from '../data/keys.ts';
import type { Row } from '../domain/files/file-kinds.ts';
import {
  applyFeed,
  classesOf,
  columnOfPath,
  consentAnswersOf,
  type Fed,
  type Fields,
  fedColumnsOf,
  fieldsOf,
  fieldsOfRow,
  personOf,
} from '../domain/patron-feed.ts';
import type { Problem, WarningReason } from '../domain/report/reasons.ts';
import {
  type Lined,
  type LoadContext,
  type LoadedRow,
  loadedKey,
  loadedRow,
  noteLoaded,
  type Outcome,
  type Plan,
  rejected,
  writeRow,
} from './load-context.ts';

const feedSchema = z.object({ key: z.string(), fed: z.record(z.string(), z.string()) });
/** The values of a patron in the last feed: its short key, and a digest of each column. */
export const readFeed = (item: unknown): z.infer<typeof feedSchema> => feedSchema.parse(item);

// The same row may mean something else under another mapping: then it is processed again.
const rowVersion = ({ columns, mapping: { owns, classes } }: LoadContext, row: Row<'patrons'>): string =>
  rowDigest([row, columns, owns, classes]);

const feedWrite = (patronId: string, oldId: string, fed: Fed): Write => ({
  put: {
    ...key('patronFeed', { patronId }),
    ...stamp('patronFeed', 1),
    patronId,
    key: shortKey('patrons', oldId).toString(16),
    fed,
  },
});

const soundPerson = (fields: Fields): Person | { problems: Problem[] } => {
  const parsed = personSchema.safeParse(personOf(fields));
  if (parsed.success) return parsed.data;
  const columns = parsed.error.issues.map(({ path }) => columnOfPath(path));
  return { problems: [...new Set(columns)].map((column) => ({ reason: 'not-allowed', column })) };
};

/** Finds out why a branch cannot be a patron's home branch. */
const wrongHome = async ({ memberId, branch }: LoadContext, branchId: string): Promise<Outcome | undefined> => {
  if (memberOfBranch(branchId) !== memberId) return rejected('branch-elsewhere', 'branch');
  return (await branch(branchId)) ? undefined : rejected('branch-unknown', 'branch');
};

type Claim = { claim: Write; shared: boolean } | { own: string } | { refused: Outcome };

// Two members' old numbers may collide: both keep theirs, and the desk asks which one is meant.
const claimOf = (card: StoredCard | undefined, number: string, of: { patronId: string; memberId: string }): Claim => {
  if (card === undefined) return { claim: claimWrite(number, of), shared: false };
  if (card.state === 'replaced') return { refused: rejected('card-replaced', 'card') };
  const own = card.holders.find(({ memberId }) => memberId === of.memberId);
  if (own) return { own: own.patronId };
  const [first, second] = card.holders;
  if (first === undefined || second) return { refused: rejected('card-taken', 'card') };
  return { claim: shareWrite(number, first, of), shared: true };
};

const cardOf = async ({ reader }: LoadContext, number: string): Promise<StoredCard | undefined> => {
  const found = await reader.get(patronsKeys.key('card', { number }));
  return found && readCard(found);
};

const warned = (...warnings: (WarningReason | false)[]): { warnings?: Problem<WarningReason>[] } => {
  const given = warnings.filter((reason) => reason !== false).map((reason) => ({ reason }));
  return given.length > 0 ? { warnings: given } : {};
};

// A transaction has a hundred writes.
const MOST_PAIRS = 10;

const create = async (
  context: LoadContext,
  row: Row<'patrons'>,
  number: string,
  claim: Extract<Claim, { claim: Write }>,
): Promise<Plan> => {
  const { memberId, mapping, at, now, table } = context;
  const person = soundPerson(fieldsOfRow(row));
  if ('problems' in person) return person;
  const patronId = derivedId('patron', memberId, 'patrons', row.id);
  const classes = classesOf(fieldsOfRow(row), mapping);
  const status = {
    ...{ patronId, homeMember: memberId, homeBranch: row.branch, category: row.category, expiresOn: row.expires },
    minor: isMinorOn(person.birthDate, at.slice(0, 10)),
    ...(classes && { classes }),
    ...(row.residence !== undefined && { residence: row.residence }),
    ...(row.history === true && { keepsHistory: true as const }),
  };
  const registeredAt = row.registered === undefined ? at : `${row.registered}T00:00:00.000Z`;
  const fields = fieldsOfRow({ ...row, card: number });
  const contactConsents = answeredConsents({}, consentAnswersOf(fields), at);
  const fed = Object.fromEntries(
    fedColumnsOf(context.columns).map((column) => [column, columnDigest(patronId, column, fields[column])]),
  );
  const alike = (await findPossibleDuplicates(table, patronId, person)).slice(0, MOST_PAIRS);
  const pairs = alike.flatMap(({ other }) => pairItems({ patronId, memberId }, other, at));
  return {
    did: 'created',
    ...warned(claim.shared && 'card-shared', alike.length > 0 && 'same-person'),
    writes: [
      ...registration({ status, person, contactConsents, card: number, now, at: registeredAt }, claim.claim),
      ...pairs.map((put) => ({ put })),
      feedWrite(patronId, row.id, fed),
      noteLoaded(context, 'patrons', row.id, { ref: patronId, row: rowVersion(context, row) }),
      // The id is that of the erased patron: an erasure in progress would delete part of the new rows.
      { check: patronsKeys.key('erasure', { patronId }), when: absent() },
    ],
  };
};

type Present = { patron: Patron; before: LoadedRow | undefined };

const after = ({ status, person }: Patron, next: Fields, context: LoadContext, sound: Person) =>
  editedPatron(
    { status, person: person.person, contactConsents: person.contactConsents },
    {
      person: sound,
      category: next.category,
      homeBranch: next.branch,
      expiresOn: next.expires,
      classes: classesOf(next, context.mapping, status.classes) ?? (status.classes ? {} : undefined),
      residence: next.residence ?? null,
      contactConsents: consentAnswersOf(next, person.contactConsents),
    },
    context.at,
  );

/** Replaces a patron's card by the one of the feed. The old number is refused from then on. */
const replaceCard = async (context: LoadContext, { patron }: Present, number: string): Promise<Outcome | undefined> => {
  const { table, reader, at } = context;
  const [old, wanted] = await Promise.all([cardOf(context, patron.person.card), cardOf(context, number)]);
  if (wanted) return rejected(wanted.state === 'replaced' ? 'card-replaced' : 'card-of-another', 'card');
  if (context.dry) return undefined;
  const fresh = await patronStore(table).get(patron.status.patronId, { strong: true });
  if (!fresh || old?.state !== 'active') return rejected('changed-meanwhile');
  const outcome = await patronStore(table).replaceCard(fresh, old, number, 'other', at);
  reader.forget([patronsKeys.key('card', { number }), patronsKeys.key('card', { number: patron.person.card })]);
  if (outcome === 'replaced') return undefined;
  return outcome === 'card-taken' ? rejected('card-of-another', 'card') : rejected('changed-meanwhile');
};

const update = async (context: LoadContext, row: Row<'patrons'>, number: string, there: Present): Promise<Outcome> => {
  const { mapping, at, by, ids, now, table, reader, dry, columns } = context;
  const { patron, before } = there;
  const { patronId, homeMember } = patron.status;
  if (homeMember !== context.memberId) return rejected('card-of-another', 'card');
  const feedRow = await reader.get(key('patronFeed', { patronId }));
  const { person, contactConsents, card } = patron.person;
  const current = fieldsOf({ ...patron.status, person, contactConsents, card }, mapping);
  const applied = applyFeed({
    ...{ current, fed: feedRow && readFeed(feedRow).fed, file: fieldsOfRow({ ...row, card: number }), mapping },
    columns: fedColumnsOf(columns),
    digest: (column, value) => columnDigest(patronId, column, value),
  });
  const sound = soundPerson(applied.next);
  if ('problems' in sound) return sound;
  if (applied.changed.includes('card')) {
    const refused = await replaceCard(context, there, number);
    if (refused) return refused;
  }
  const outcome: Outcome = {
    did: applied.changed.length > 0 ? 'changed' : 'unchanged',
    ...warned(applied.staffEdits.length > 0 && 'staff-edit-preserved'),
  };
  const notes = [
    feedWrite(patronId, row.id, applied.fed),
    noteLoaded(context, 'patrons', row.id, { ref: patronId, row: rowVersion(context, row) }, before),
  ];
  if (dry) return outcome;
  // Replacing the card above raised the person's counter.
  const fresh = applied.changed.includes('card') ? await patronStore(table).get(patronId, { strong: true }) : patron;
  if (!fresh) return rejected('changed-meanwhile');
  const edited = after(fresh, applied.next, context, sound);
  if (edited.changed.length === 0) {
    return (await table.write(notes)) ? rejected('changed-meanwhile') : outcome;
  }
  const change = {
    changeId: ids.next('change', now),
    at,
    by,
    did: 'edited' as const,
    detail: { changed: edited.changed },
  };
  const saved = await saveEdit(table, fresh, edited, change, notes);
  return saved === 'saved' ? outcome : rejected(saved === 'branch-unknown' ? 'branch-unknown' : 'changed-meanwhile');
};

const presentOf = async (context: LoadContext, patronId: string): Promise<Patron | undefined> =>
  patronStore(context.table).get(patronId, { strong: true });

// A patron whom the desk registered before the first file: the same name and birth date on the same card.
const isSame = (row: Row<'patrons'>, { person }: Patron): boolean =>
  person.person.name.family === row.family &&
  person.person.name.given === row.given &&
  row.born !== undefined &&
  person.person.birthDate === row.born;

const loadPatron = async (context: LoadContext, { row }: Lined<'patrons'>): Promise<Outcome> => {
  const wrong = await wrongHome(context, row.branch);
  if (wrong) return wrong;
  const number = normaliseScan(row.card);
  const before = await loadedRow(context, 'patrons', row.id);
  if (before?.row === rowVersion(context, row)) return { did: 'unchanged' };
  if (before) {
    const patron = await presentOf(context, before.ref);
    if (patron) return update(context, row, number, { patron, before });
  }
  const keys = [patronsKeys.key('card', { number }), loadedKey(context.memberId, 'patrons', row.id)];
  let adopted: Patron | undefined;
  const outcome = await writeRow(context, keys, async (): Promise<Plan> => {
    const again = await loadedRow(context, 'patrons', row.id);
    if (again) return { did: 'unchanged' };
    const of = { patronId: derivedId('patron', context.memberId, 'patrons', row.id), memberId: context.memberId };
    const claim = claimOf(await cardOf(context, number), number, of);
    if ('refused' in claim) return claim.refused;
    if ('claim' in claim) return create(context, row, number, claim);
    adopted = await presentOf(context, claim.own);
    return adopted && isSame(row, adopted) ? { did: 'unchanged' } : rejected('card-of-another', 'card');
  });
  return adopted && 'did' in outcome ? update(context, row, number, { patron: adopted, before: undefined }) : outcome;
};

/** Runs work on rows that share a name one after the other, in their order; on other rows in parallel. */
const sequentially = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(names: readonly string[], work: () => Promise<T>): Promise<T> => {
    const mine = Promise.allSettled(names.map((name) => last.get(name))).then(work);
    for (const name of names) last.set(name, mine);
    return mine;
  };
};

// A value shared by more rows is a school's phone or a placeholder: these rows need not wait for one another.
const MOST_ALIKE = 5;

const likenessNames = (row: Row<'patrons'>): string[] => {
  const person = soundPerson(fieldsOfRow(row));
  return 'problems' in person ? [] : likenessKeys(person);
};

/** Maps each line to the names by which its row waits for others of its chunk: names that few rows share. */
const namesToWaitBy = (rows: readonly Lined<'patrons'>[]): Map<number, string[]> => {
  const named = rows.map(({ line, row }) => [line, likenessNames(row)] as const);
  const bearers = new Map<string, number>();
  for (const name of named.flatMap(([, names]) => names)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(named.map(([line, names]) => [line, names.filter((name) => (bearers.get(name) ?? 0) <= MOST_ALIKE)]));
};

/** Loads patrons: registers new ones without a PIN, and updates those of an earlier file. */
export const loadPatrons = async (context: LoadContext, rows: readonly Lined<'patrons'>[]) => {
  await context.reader.prefetch(
    rows.flatMap(({ row }) => [
      loadedKey(context.memberId, 'patrons', row.id),
      patronsKeys.key('card', { number: normaliseScan(row.card) }),
    ]),
  );
  const [inTurn, namesOf] = [sequentially(), namesToWaitBy(rows)];
  // A possible duplicate is found by the later of the two rows, so they must not be loaded in parallel. Parts of a file that are
  // loaded at the same time may still miss each other's duplicates; the desk checks again when one of the two comes.
  return (one: Lined<'patrons'>): Promise<Outcome> =>
    inTurn(namesOf.get(one.line) ?? [], () => loadPatron(context, one));
};
