import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { NoticesDeps } from '../deps.ts';
import { choicesView } from './choices-view.ts';
import { findPatronAtHome } from './find-patron-at-home.ts';

/** Shows the signed-in patron which notices there are and which they chose. `now` in epoch ms. */
export const showMyChoices = async (deps: NoticesDeps, patronId: string, now: number) => {
  const patron = await deps.patrons.get(patronId);
  return patron ? answer(await choicesView(deps, patron, now)) : refuse('gone', 'This patron is no longer here.');
};

/** Shows the same to staff of the patron's home library. `now` in epoch ms. */
export const showPatronChoices = async (
  deps: NoticesDeps,
  wanted: Parameters<typeof findPatronAtHome>[1],
  now: number,
) => {
  const found = await findPatronAtHome(deps, wanted);
  return 'refused' in found ? found : answer(await choicesView(deps, found.patron, now));
};
