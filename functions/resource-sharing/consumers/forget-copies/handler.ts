import { work } from '../../../../layers/platform/http/work.ts';
import { copyDeps } from '../../deps.ts';
import { forgetCopies } from '../../use-cases/copies/forget-copies.ts';
import { contract } from './contract.ts';

export const handler = work(contract, copyDeps, async (_event: unknown, deps, { now }) => {
  const done = await forgetCopies(deps, now);
  // The next run retries the failed ones; the alarm on errors notifies staff.
  if (done.failed > 0) throw new Error(`${done.failed} copies could not be deleted, ${done.forgotten} were.`);
  return done;
});
