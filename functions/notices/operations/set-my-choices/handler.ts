import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { setChoices } from '../../use-cases/set-choices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, body, now }, deps) => {
  const patron = await deps.patrons.get(patronOf(actor).id, { strong: true });
  if (!patron) return refuse('gone', 'This patron is no longer here.');
  return setChoices(deps, patron, body, { actor, now });
});
