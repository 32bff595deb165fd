import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { choicesView } from '../../use-cases/choices-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, now }, deps) => {
  const patron = await deps.patrons.get(patronOf(actor).id);
  return patron ? answer(await choicesView(deps, patron, now)) : refuse('gone', 'This patron is no longer here.');
});
