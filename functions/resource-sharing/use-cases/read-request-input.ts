import { citationOf } from '../../../layers/kernel/citation/citation-input.ts';
import { readOpenUrl } from '../../../layers/kernel/citation/read-openurl.ts';
import type { PlacingDeps } from '../deps.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';
import { openUrlNeedBy } from './openurl-need-by.ts';

/** The body of a request to place: with a citation as it was typed, or the OpenURL of its source. */
export type RequestBody = Omit<LoanRequestInput, 'citation'> & {
  citation?: Parameters<typeof citationOf>[0] | undefined;
  openUrl?: string | undefined;
};

/** Reads the input out of a body. An OpenURL names the citation; the body's own fields take precedence, and a day that has passed is left out. */
export const readRequestInput = async <B extends RequestBody>(
  { branches }: Pick<PlacingDeps, 'branches'>,
  { openUrl, citation, ...body }: B,
  now: number,
): Promise<Omit<B, 'openUrl' | 'citation'> & LoanRequestInput> => {
  if (openUrl === undefined) return { ...body, citation: citation && citationOf(citation) };
  const { citation: cited, service } = readOpenUrl(openUrl);
  const branch = await branches.known(body.pickupBranch, now);
  const day = branch && openUrlNeedBy(service, branch, now);
  return { ...body, citation: cited, service: body.service ?? service.type, needBy: body.needBy ?? day };
};
