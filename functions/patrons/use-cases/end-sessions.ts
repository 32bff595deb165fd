import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';

type Deps = Pick<PatronsStores, 'sessions'>;
type Ended = { endedAt: string };

/** Ends one session of a patron; refuses one that ended already or is another patron's. */
export const endSession = async (
  { sessions }: Deps,
  { patronId, session, now, keep }: { patronId: string; session: string; now: number; keep: Keep<Ended> },
) => {
  const ended = { endedAt: iso(now) };
  return (await sessions.end({ patronId, session }, keep(ended)))
    ? answer(ended)
    : refuse('unknown-session', 'It ended already, or is not yours.');
};

/** Ends all sessions of a patron except the one that asks. */
export const endOtherSessions = async (
  { sessions }: Deps,
  { patronId, session, now, keep }: { patronId: string; session: string | undefined; now: number; keep: Keep<Ended> },
) => {
  const ended = { endedAt: iso(now) };
  await sessions.endAll(patronId, session, keep(ended));
  return answer(ended);
};

/** Signs a patron out of the session that asks, or of all. */
export const signOutPatron = async (
  { sessions }: Deps,
  { patronId, session, everywhere, now }: { patronId: string; session: string; everywhere: boolean; now: number },
) => {
  if (everywhere) await sessions.endAll(patronId);
  else await sessions.end({ patronId, session });
  return answer({ signedOutAt: iso(now) });
};
