import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { slipDeps } from '../../deps.ts';
import { MOST_SLIPS } from '../../schemas/slips.ts';
import { printAs, publishSlips } from '../../use-cases/documents/publish-slips.ts';
import { pullSlipsPdf } from '../../use-cases/documents/pull-slip-pdf.ts';
import { pullSlipsOf } from '../../use-cases/documents/pull-slips.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, slipDeps, async ({ path: { branchId }, body, now }, stores) => {
  const { paper, language } = await printAs(stores, branchId, body, now);
  const zone = (await stores.branches.known(branchId, now))?.calendar.timeZone ?? 'UTC';
  const all = await pullSlipsOf(stores, { branchId, zone, language, now });
  const slips = all.slice(body.skip, body.skip + MOST_SLIPS);
  if (slips.length === 0) return refuse('nothing-to-fetch', 'Nothing is to be fetched.');
  const file = await publishSlips(stores, branchId, await pullSlipsPdf(slips, paper, language, iso(now)), now);
  return answer({ ...file, slips: slips.length, left: Math.max(0, all.length - body.skip - slips.length) });
});
