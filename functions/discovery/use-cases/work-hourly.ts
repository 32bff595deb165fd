import { logError } from '../../../layers/platform/runtime/log.ts';
import type { AlertDeps } from '../deps.ts';
import { alertSearches } from './alert-searches.ts';
import { checkSite } from './reliability/check-site.ts';

/** Does the hourly work at `now` (epoch ms): checks the site, whose failure stops nothing, and looks for new titles for saved searches. */
export const workHourly = async (deps: AlertDeps, now: number) => {
  const site = await checkSite(deps, now).catch((error: unknown) => {
    logError('check the site', error);
    return 'nothing' as const;
  });
  return { ...(await alertSearches(deps, now)), site };
};
