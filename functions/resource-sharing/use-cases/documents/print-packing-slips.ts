import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { SlipDeps } from '../../deps.ts';
import { packingSlipsPdf } from './packing-slip-pdf.ts';
import { packingSlipOf } from './packing-slips.ts';
import { printAs, publishSlips } from './publish-slips.ts';

/** The paper and the language (else the member's), and the requests. */
type Input = Parameters<typeof printAs>[2] & { branchId: string; requestIds: readonly string[]; now: number };

/** Prints the packing slips of requests in which the library of a branch has part. */
export const printPackingSlips = async (deps: SlipDeps, { branchId, requestIds, now, ...options }: Input) => {
  const { paper, language } = await printAs(deps, branchId, options, now);
  const found = await Promise.all(
    requestIds.map(async (requestId) => {
      const request = (await deps.requests.load(requestId))?.request;
      return request && packingSlipOf(deps, request, { branchId, language, now });
    }),
  );
  const detail = 'There is no such request, or your library has no part in it.';
  const refused = found.flatMap((slip, place) =>
    slip ? [] : [{ code: 'unknown-request' as const, detail, pointer: `/body/requestIds/${place}` }],
  );
  if (refused.length > 0) return { refused };
  const slips = found.flatMap((slip) => slip ?? []);
  const pdf = await packingSlipsPdf(slips, paper, language, iso(now));
  return answer({ ...(await publishSlips(deps, branchId, pdf, now)), slips: slips.length });
};
