import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { invoiceDeps } from '../../deps.ts';
import { exportPayments } from '../../use-cases/export-payments.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, invoiceDeps, async ({ path: { memberId } }, deps) =>
  answer(await exportPayments(deps, memberId), {
    'content-disposition': `attachment; filename="payments-${memberId}.csv"`,
  }),
);
