import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { ReliabilityDeps } from '../../deps.ts';
import { CHECKED_DAYS, uptimeOf } from '../../domain/reliability/site-checks.ts';

const DAY = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Returns the checks of the last days until `now` (epoch ms) and the last rehearsal of a restore, as far as they are recorded. */
export const showReliability = async ({ reliability }: ReliabilityDeps, now: number) => {
  const [days, rehearsal] = await Promise.all([
    reliability.between(dayOf(now - (CHECKED_DAYS - 1) * DAY), dayOf(now)),
    reliability.rehearsal(),
  ]);
  const uptime = uptimeOf(days, now);
  return answer({ ...(uptime && { uptime }), ...(rehearsal && { rehearsal }) });
};
