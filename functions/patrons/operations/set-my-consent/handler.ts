import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { editDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { setOwnConsent } from '../../use-cases/set-own-consent.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, ({ actor, body, now, keep }, deps) =>
  setOwnConsent(deps, {
    ...{ patronId: patronOf(actor).id, consent: body, keep },
    change: (detail) => patronChange({ actor, now, body: {} }, deps.ids, 'consent-set', detail),
  }),
);
