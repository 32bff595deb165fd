import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { showMyChoices } from '../../use-cases/show-choices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ actor, now }, deps) =>
  showMyChoices(deps, patronOf(actor).id, now),
);
