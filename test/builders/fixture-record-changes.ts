import {
  exampleBatch,
  exampleBatchNames,
  exampleRecordBatch,
  exampleRecordLine,
} from '../../functions/catalogue/schemas/item-batches.ts';

/** The fields of a fixture's line of a batch of records in a state; refused ones say what is not valid. */
export const fixtureRecordLine = (state: string) => {
  if (state === 'refused') {
    const detail = 'Field 856 may occur only once.';
    const finding = { level: 'refusal', code: 'field-repeated', pointer: '/data/9', params: { tag: '856' }, detail };
    return { sourceId: 'riverton:b1001', title: 'Emma /', state, reason: 'record-unsound', finding };
  }
  const { fields, ...line } = exampleRecordLine;
  const isLeft = state === 'failed' || state === 'retained';
  return { ...line, state, ...(state !== 'unchanged' && { fields }), ...(isLeft && { reason: 'changed-since' }) };
};

/** Whether a fixture's batch is one of records. */
export const isRecordBatch = (batchId: string): boolean => batchId === exampleRecordBatch.batchId;

/** The earlier changes of items or of records. */
export const fixtureBatches = (of: string | null) => ({
  batches: [of === 'records' ? exampleRecordBatch : exampleBatch],
  names: exampleBatchNames,
});

/** A change as just previewed. */
export const fixturePreview = (body: Record<string, unknown>) =>
  'steps' in body ? exampleRecordBatch : { ...exampleBatch, state: 'gathering', counts: {} };
