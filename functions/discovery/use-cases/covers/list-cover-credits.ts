import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { CoverCreditDeps } from '../../deps.ts';
import { creditOf } from '../../domain/covers/cover-providers.ts';

/** Returns whether pages ask for covers, and whom they name for them. */
export const listCoverCredits = async (deps: CoverCreditDeps) => {
  const { providers } = await deps.providers.get();
  return answer({ hasCovers: providers.length > 0, credits: providers.map(creditOf) });
};
