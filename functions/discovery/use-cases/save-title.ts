import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { unionDescription } from '../../catalogue/public/union-description.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import type { ListRecordDeps } from '../deps.ts';
import { readVisibleRecord } from './read-visible-record.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';

type Deps = Pick<ListRecordDeps, 'table' | 'sources' | 'lists' | 'ownerOf'>;

const details = {
  'list-full': 'This list has as many titles as it may have.',
  'too-many-titles': 'All lists together have as many titles as they may have.',
};

type Input = {
  actor: Actor | undefined;
  listId: string;
  recordId: string;
  note?: string | undefined;
  now: number;
};

/** Saves a record that the requesting patron may see in one of the patron's lists, under its current title. */
export const saveTitle = async (deps: Deps, { actor, listId, recordId, note, now }: Input) => {
  const { table, sources, lists } = deps;
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const visible = await readVisibleRecord(table, sources, recordId, viewerOf(actor), now);
  const described = visible && unionDescription(visible.sources);
  if (!visible || !described) return refuse('unknown-record', `There is no record ${recordId}.`, '/path/recordId');
  const union = await lists.unionOf(visible.recordId);
  const { title } = described.titles;
  const wanted = { listId, recordId: union.recordId, title, addedAt: iso(now), ...(note !== undefined && { note }) };
  const saved = await lists.save(patronId, wanted, union.recordIds);
  if (saved === 'unknown-list') return refuseUnknownList();
  return typeof saved === 'string' ? refuse(saved, details[saved], '/path/listId') : answer(saved);
};
