import { staffToken } from '../../local/staff-token.ts';
import { cases } from '../cases.ts';
import { demoPassword } from './accounts.ts';
import { recordIn } from './circulate.ts';
import { call } from './load.ts';
import type { Running } from './running.ts';
import { staffFor } from './staff-actors.ts';

/**
 * Places the consortium loan requests of the cases through the deployed API, by staff of the pickup library. The workflow then
 * asks one supplier after another.
 */
export async function requestLoans(running: Running, recordOf: ReadonlyMap<string, string>): Promise<void> {
  const steps = cases.flatMap((one) => one.steps).flatMap((step) => (step.do === 'request-loan' ? [step] : []));
  for (const { card: patron, workId, pickup: pickupBranch } of steps) {
    const token = await staffToken(running.endpoints, staffFor('ill', pickupBranch).email, demoPassword);
    const body = { recordId: recordIn(recordOf, workId), pickupBranch, patron };
    await call(running, token, 'POST', '/resource-sharing/requests', body);
  }
  running.say(`${steps.length} consortium loan requests are placed`);
}
