import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CoverCreditDeps } from '../../deps.ts';
import { creditOf } from '../../domain/covers/cover-providers.ts';

/** Returns whether pages ask for covers, and whom they name for them. */
export const listCoverCredits = async (deps: CoverCreditDeps) => {
  const [{ providers }, hasUploads] = await Promise.all([deps.providers.get(), deps.uploads.hasAny()]);
  return answer({ hasCovers: providers.length > 0 || hasUploads, credits: providers.map(creditOf) });
};
