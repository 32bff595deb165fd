import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Indexes changes as the first of the two consumers of the stream: finds which union records changed and rebuilds their documents. Headings
 * whose references changed are sent to the queue. Never throws for one record: what cannot be indexed goes to a queue.
 */
export const contract = consumer({
  id: 'catalogue-index-changes',
  context: 'catalogue',
  service: 'search',
  summary: 'Bring changed records into the union index',
  trigger: {
    by: 'stream',
    // About half of the changes require a document: the fixed calls of a batch serve two hundred changes.
    batchSize: 200,
    entities: ['record', 'source', 'itemDescription', 'item', 'unionDecision', 'sourceChange', 'authority'],
  },
  touches: { table: 'write', bucket: 'read', index: 'write' },
  sends: ['index-work', 'index-retry'],
  timeoutSeconds: 60,
  memoryMb: 1024,
  // The clients of table and bucket.
  bundleKilobytes: 850,
  errorImpact: 'Changes do not show in the search.',
});
