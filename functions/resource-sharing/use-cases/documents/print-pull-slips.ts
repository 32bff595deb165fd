import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { SlipDeps } from '../../deps.ts';
import { MOST_SLIPS } from '../../schemas/slips.ts';
import { printAs, publishSlips } from './publish-slips.ts';
import { pullSlipsPdf } from './pull-slip-pdf.ts';
import { pullSlipsOf } from './pull-slips.ts';

/** The paper and the language (else the member's), and how many slips were printed before. */
type Input = Parameters<typeof printAs>[2] & { branchId: string; skip: number; now: number };

/** Prints the slips of the copies that a branch is to fetch, as many as fit into one file. */
export const printPullSlips = async (deps: SlipDeps, { branchId, skip, now, ...options }: Input) => {
  const { paper, language } = await printAs(deps, branchId, options, now);
  const zone = (await deps.branches.known(branchId, now))?.calendar.timeZone ?? 'UTC';
  const all = await pullSlipsOf(deps, { branchId, zone, language, now });
  const slips = all.slice(skip, skip + MOST_SLIPS);
  if (slips.length === 0) return refuse('nothing-to-fetch', 'Nothing is to be fetched.');
  const file = await publishSlips(deps, branchId, await pullSlipsPdf(slips, paper, language, iso(now)), now);
  return answer({ ...file, slips: slips.length, left: Math.max(0, all.length - skip - slips.length) });
};
