import { operation } from '../../../../layers/platform/http/contract.ts';
import { reconciliationViewSchema } from '../../domain/cloud-bills/view-schema.ts';
import { exampleReconciliation, monthPath, noReport } from '../../schemas/bills.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * A month as metered against its latest bill: service by service with factor and meters, what is billed and nowhere metered,
 * every difference by name with what was said of it, and what members owe when their lines are brought to the bill.
 */
export const contract = operation({
  id: 'finance-show-reconciliation',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}/reconciliation',
  summary: 'Compare what was metered with the platform’s bill',
  permission: [consortiumReaders],
  touches: { table: 'read', bucket: 'read', sizes: 'configured' },
  params: monthPath,
  output: reconciliationViewSchema,
  refusals: noReport,
  example: { params: { month: '2026-10' }, output: exampleReconciliation },
  errorImpact: 'Finance does not see whether what was metered equals the bill.',
});
