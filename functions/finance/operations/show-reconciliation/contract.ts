import { operation } from '../../../../layers/platform/http/contract.ts';
import { reconciliationViewSchema } from '../../domain/cloud-bills/view-schema.ts';
import { exampleReconciliation, monthPath, noReport } from '../../schemas/bills.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Returns a metered month compared with its latest bill: service by service with factor and meters, the billed but unmetered cost, every
 * named difference with its acceptance, and the members' amounts after calibration.
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
  errorImpact: 'Finance staff cannot compare the metered use with the bill.',
});
