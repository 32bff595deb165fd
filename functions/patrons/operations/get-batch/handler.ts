import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { peopleOf } from '../../data/people.ts';
import { patronBatchDeps } from '../../deps.ts';
import { batchView, lineView } from '../../use-cases/batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  patronBatchDeps,
  async ({ path: { memberId, batchId }, query: { of, ...pageRequest } }, { table, batches }) => {
    const batch = await batches.get(memberId, batchId);
    if (!batch) return refuse('patron-batch-unknown', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const page = await batches.lines(batchId, of, pageRequest);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const ids = page.rows.map(({ patronId }) => patronId);
    const people = await peopleOf(table, ids);
    return answer({
      batch: batchView(batch),
      lines: page.rows.map((line) => lineView(line, people.get(line.patronId))),
      ...(page.next !== undefined && { next: page.next }),
    });
  },
);
