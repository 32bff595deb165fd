import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { setOwnContact } from '../../use-cases/set-own-contact.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, body, now, keep }, deps) =>
  setOwnContact(deps, {
    ...{ ...body, patronId: patronOf(actor).id, now },
    change: (changed) => patronChange({ actor, now, body: {} }, deps.ids, 'edited', { changed }),
    beside: keep,
  }),
);
