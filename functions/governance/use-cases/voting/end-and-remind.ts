import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { countingDeps } from '../../deps.ts';
import { countDueBallots } from './end-ballot.ts';
import { destroyKeys } from './secret-opening.ts';
import { sendVoteEmails } from './send-vote-emails.ts';

type Deps = ReturnType<typeof countingDeps> & { ids: Ids };

/** Counts the ballots whose time is over, destroys the keys of secret ones, and sends the e-mails about open ones that are due. */
export const endAndRemind = async (deps: Deps, now: number): Promise<{ settled: number; emails: number }> => {
  const { settled } = await countDueBallots(deps, now);
  await destroyKeys(deps, now);
  return { settled, emails: await sendVoteEmails(deps, now) };
};
