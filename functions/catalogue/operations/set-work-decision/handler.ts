import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { noteOf } from '../../use-cases/describe-act.ts';
import { setWorkDecision } from '../../use-cases/set-work-decision.ts';
import { viewerOf } from '../../use-cases/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async (request, { table, sources, ids, clock }) => {
  const { actor, path, body, now, keep } = request;
  const { sourceId, work } = body;
  const unknown = refuse('unknown-record', `${path.memberId} contributed no record ${sourceId}.`, '/body/sourceId');
  const done = await setWorkDecision(
    { table, sources },
    {
      ...{
        memberId: path.memberId,
        sourceId,
        work,
        now,
        viewer: viewerOf(actor),
        note: noteOf({ ids, clock }, request),
      },
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
});
