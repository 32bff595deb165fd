import { isTemporarySource } from '../../domain/catalogue/source-id.ts';
import { forWidest, type SourceInUnion, unionDocument } from '../../domain/catalogue/union-document.ts';
import { type Viewer, viewerTokens } from '../../domain/catalogue/visibility.ts';
import {
  isSameRuling,
  namedWork,
  rulingInForce,
  standingOf,
  type WorkRuling,
  type WorkStanding,
} from '../../domain/catalogue/work-ruling.ts';
import { workKeyOf } from '../../domain/discovery/work-key.ts';
import { again } from '../again.ts';
import { unchanged } from '../condition.ts';
import { key } from '../keys.ts';
import type { Table } from '../table.ts';
import type { Write } from '../write.ts';
import { type ActNote, actWrite } from './source-act-store.ts';
import { readSource, type SourceRecord } from './source-record.ts';
import type { SourceStore } from './source-store.ts';
import { readSourcesOf } from './sources-in-union.ts';
import { findRecord } from './union-record.ts';

/** What is said of a source record's work, by whom and why (`note`, asked anew with each attempt); `keep` are the writes that keep the answer. */
export type RulingOnWork = {
  sourceId: string;
  work: WorkStanding;
  viewer: Viewer;
  now: number;
  note: () => ActNote;
  keep?: () => Write[];
};

/** Why nothing is ruled. */
export type NotRuled = 'unknown-record' | 'unknown-work' | 'same-record' | 'stands-alone';

type Reading = { table: Table; sources: SourceStore };
type Work = { work: NonNullable<WorkRuling['work']>; writes: Write[] };

/** The write of a ruling with the act that explains it; undefined takes back what was ruled. */
const ruledWrites = (source: SourceRecord, note: ActNote, after: WorkRuling | undefined): Write[] => [
  {
    update: key('source', source),
    ...(after && { set: { workRuling: after } }),
    // Whose load moved it last is over: this is a person's act.
    remove: after ? ['by'] : ['by', 'workRuling'],
    when: unchanged(source.v),
  },
  actWrite({
    ...{ did: 'rule-work', ...note, sourceId: source.sourceId },
    ...{ before: standingOf(source.workRuling), after: standingOf(after) },
  }),
];

/** A work without a name by rule gets one, which stands with the first of the sources that its document is made of. Undefined: somebody was first. */
const naming = async (
  table: Table,
  first: SourceInUnion | undefined,
  beside: { recordId: string; note: ActNote },
): Promise<{ key: string; writes: Write[] } | undefined> => {
  const row = first && (await table.get(key('source', first), { strong: true }));
  const source = row && readSource(row);
  if (!source || source.workRuling) return undefined;
  const { recordId, note } = beside;
  const name = namedWork(note.actId);
  return {
    key: name,
    writes: ruledWrites(source, note, { ruledBy: note.actId, work: { key: name, recordId } }),
  };
};

/** The work of a union record. Undefined: it changed while it was read. */
const workOf = async (
  { table, sources }: Reading,
  recordId: string,
  source: SourceRecord,
  { viewer, now, note }: RulingOnWork,
): Promise<Work | NotRuled | undefined> => {
  const other = (await findRecord(table, recordId, { strong: true }))?.now;
  const own = (await findRecord(table, source.recordId, { strong: true }))?.now;
  if (!other || !own) return 'unknown-work';
  if (other.recordId === own.recordId) return 'same-record';
  const all = await (await readSourcesOf({ table, sources, now }, [other]))(other);
  const document = unionDocument(other.recordId, all);
  const tokens = viewerTokens(viewer);
  if (!document?.visibleTo.some((token) => tokens.includes(token))) return 'unknown-work';
  const { seen } = forWidest(all.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1)));
  const ruled = rulingInForce(seen);
  if (ruled && !ruled.work) return 'stands-alone';
  const byName = workKeyOf(document);
  const isNamed = byName !== other.recordId;
  const named = isNamed
    ? { key: byName, writes: [] }
    : await naming(table, seen[0], { recordId: own.recordId, note: note() });
  return named && { work: { key: named.key, recordId: other.recordId }, writes: named.writes };
};

const attempt = async (
  reading: Reading,
  ruling: RulingOnWork,
  isAgain: boolean,
): Promise<'ruled' | NotRuled | undefined> => {
  const { table } = reading;
  const { sourceId, work: wish, keep } = ruling;
  const row = await table.get(key('source', { sourceId }), { strong: true });
  const source = row && readSource(row);
  if (!source || source.withdrawn) return 'unknown-record';
  const work = wish.stands === 'with' ? await workOf(reading, wish.recordId, source, ruling) : { writes: [] };
  if (work === undefined || typeof work === 'string') return work;
  const note = ruling.note();
  const after =
    wish.stands === 'by-rule' ? undefined : { ruledBy: note.actId, ...('work' in work && { work: work.work }) };
  if (isSameRuling(source.workRuling, after)) {
    // Others said the same meanwhile: the answer that was to be kept with our write is kept by itself.
    if (isAgain && keep) await table.write(keep());
    return 'ruled';
  }
  const conflict = await table.write([...ruledWrites(source, note, after), ...work.writes, ...(keep?.() ?? [])]);
  return conflict ? undefined : 'ruled';
};

/**
 * Says with which editions a member's record stands as one work; its history keeps in the same transaction who said so, when, why, and
 * what stood before. A work that has no name by rule gets one on its own side, told there too. Said already, nothing is written.
 */
export const ruleOnWork = async (reading: Reading, ruling: RulingOnWork): Promise<'ruled' | NotRuled> =>
  isTemporarySource(ruling.sourceId)
    ? 'unknown-record'
    : again(ruling.sourceId, (tried) => attempt(reading, ruling, tried > 0));
