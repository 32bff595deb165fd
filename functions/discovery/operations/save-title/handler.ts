import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { sourceStore } from '../../../catalogue/public/source-store.ts';
import { unionDescription } from '../../../catalogue/public/union-description.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { saveTitle } from '../../data/saved-title-store.ts';
import { savedUnion } from '../../data/saved-union.ts';
import { refuseGone, refuseUnknownList, withLists } from '../../use-cases/my-lists.ts';
import { readVisibleRecord } from '../../use-cases/visible-record.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const house = withLists(runtime);
  return { ...house, sources: sourceStore(house.table, openBucket(runtime)) };
};

const whyNot = {
  'list-full': 'This list has as many titles as it may have.',
  'too-many-titles': 'All lists together have as many titles as they may have.',
};

export const handler = handle(contract, compose, async ({ actor, path, body: { note }, now }, house) => {
  const { table, sources } = house;
  const patronId = await house.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const visible = await readVisibleRecord(table, sources, path.recordId, viewerOf(actor), now);
  const described = visible && unionDescription(visible.sources);
  if (!visible || !described) return refuse('unknown-record', `There is no record ${path.recordId}.`, '/path/recordId');
  const { recordId, recordIds } = await savedUnion(table, visible.recordId);
  const { title } = described.titles;
  const wanted = { listId: path.listId, recordId, title, addedAt: iso(now), ...(note !== undefined && { note }) };
  const saved = await saveTitle(table, patronId, wanted, recordIds);
  if (saved === 'unknown-list') return refuseUnknownList();
  return typeof saved === 'string' ? refuse(saved, whyNot[saved], '/path/listId') : answer(saved);
});
