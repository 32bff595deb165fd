import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { listRecordDeps } from '../../deps.ts';
import { refuseGone, refuseUnknownList } from '../../use-cases/refuse-list.ts';
import { saveRecord } from '../../use-cases/save-title.ts';
import { contract } from './contract.ts';

const details = {
  'list-full': 'This list has as many titles as it may have.',
  'too-many-titles': 'All lists together have as many titles as they may have.',
};

export const handler = handle(contract, listRecordDeps, async ({ actor, path, body: { note }, now }, deps) => {
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const saved = await saveRecord(deps, { patronId, ...path, note }, viewerOf(actor), now);
  if (saved === 'unknown-record') return refuse(saved, `There is no record ${path.recordId}.`, '/path/recordId');
  if (saved === 'unknown-list') return refuseUnknownList();
  return typeof saved === 'string' ? refuse(saved, details[saved], '/path/listId') : answer(saved);
});
