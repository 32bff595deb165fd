import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** First of the two readers of the stream: finds which union records changed and rebuilds their documents; records whose headings have other references now are brought to the queue. Never throws for one record: what cannot be indexed goes to a queue. */
export const contract = consumer({
  id: 'catalogue-index-changes',
  context: 'catalogue',
  service: 'search',
  summary: 'Bring changed records into the union index',
  trigger: {
    by: 'stream',
    // About one in two is a document to build: what a batch asks for once is asked for two hundred changes.
    batchSize: 200,
    entities: ['record', 'source', 'itemDescription', 'item', 'unionDecision', 'sourceChange', 'authority'],
  },
  touches: { table: 'write', bucket: 'read', index: 'write' },
  sends: ['index-work', 'index-retry'],
  timeoutSeconds: 60,
  memoryMb: 1024,
  errorImpact: 'Changes do not show in the search.',
});
