import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { slipDeps } from '../../deps.ts';
import { packingSlipsPdf } from '../../use-cases/documents/packing-slip-pdf.ts';
import { packingSlipOf } from '../../use-cases/documents/packing-slips.ts';
import { printAs, publishSlips } from '../../use-cases/documents/publish-slips.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  slipDeps,
  async ({ path: { branchId }, body: { requestIds, ...options }, now }, stores) => {
    const { paper, language } = await printAs(stores, branchId, options, now);
    const found = await Promise.all(
      requestIds.map(async (requestId) => {
        const request = (await stores.requests.load(requestId))?.request;
        return request && packingSlipOf(stores, request, { branchId, language, now });
      }),
    );
    const detail = 'There is no such request, or your library has no part in it.';
    const refused = found.flatMap((slip, place) =>
      slip ? [] : [{ code: 'unknown-request' as const, detail, pointer: `/body/requestIds/${place}` }],
    );
    if (refused.length > 0) return { refused };
    const slips = found.flatMap((slip) => slip ?? []);
    const pdf = await packingSlipsPdf(slips, paper, language, iso(now));
    return answer({ ...(await publishSlips(stores, branchId, pdf, now)), slips: slips.length });
  },
);
