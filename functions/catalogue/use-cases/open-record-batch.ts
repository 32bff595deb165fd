import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { PatternTooSlow } from '../../../layers/platform/runtime/timed-patterns.ts';
import type { ItemBatchStore } from '../data/item-batch-store.ts';
import { badPattern, type RecordChoice, type RecordStep } from '../domain/steps/record-steps.ts';
import { linesOfNumbers, type RecordReading } from './gather-record-batch.ts';
import { batchView } from './item-batch-views.ts';

/** A batch edit of records as asked for. */
type Asked = {
  batchId: string;
  memberId: string;
  at: string;
  by: string;
  reason: string;
  records: RecordChoice;
  steps: RecordStep[];
};

/** Opens a batch edit of a member's records: with its preview when they are listed; else they are looked for in the background. */
export const openRecordBatch = async (
  deps: RecordReading & { batches: ItemBatchStore },
  { records, ...opened }: Asked,
) => {
  const { batches } = deps;
  const pattern = badPattern(records, opened.steps);
  if (pattern !== undefined) return refuse('bad-pattern', `"${pattern}" is no regular expression.`, '/body/steps');
  if (!('numbers' in records))
    return answer(batchView(await batches.open({ ...opened, choice: records, state: 'gathering' }, [])));
  try {
    const lines = await linesOfNumbers(deps, opened, records.numbers);
    return answer(batchView(await batches.open({ ...opened, choice: { numbers: true }, state: 'previewed' }, lines)));
  } catch (thrown) {
    if (!(thrown instanceof PatternTooSlow)) throw thrown;
    return refuse('pattern-too-slow', `"${thrown.pattern}" takes too long.`, '/body/steps');
  }
};
