import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { sourceStore } from '../../data/source-store.ts';
import { memberOfSource } from '../../domain/source-id.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { noteOf } from '../../use-cases/acts.ts';
import { ruleOnWork } from '../../use-cases/rule-on-work.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, sources: sourceStore(table, openBucket(runtime)) };
  },
  async (request, { table, sources, ids, clock }) => {
    const { actor, path, body, now, keep } = request;
    const { sourceId, work } = body;
    const unknown = refuse('unknown-record', `${path.memberId} contributed no record ${sourceId}.`, '/body/sourceId');
    if (memberOfSource(sourceId) !== path.memberId) return unknown;
    const done = await ruleOnWork(
      { table, sources },
      {
        ...{ sourceId, work, now, viewer: viewerOf(actor), note: noteOf({ ids, clock }, request) },
        keep: (stands) => keep({ sourceId, work: stands }),
      },
    );
    if (typeof done === 'object') return answer({ sourceId, work: done.stands });
    if (done === 'unknown-record') return unknown;
    const meanings = {
      'unknown-work': 'There is no such other record.',
      'same-record': 'These are one record already.',
      'stands-alone': 'Somebody said of that record that it stands alone.',
    };
    return refuse(done, meanings[done], '/body/work/recordId');
  },
);
