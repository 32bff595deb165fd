import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { noticesOfPatron } from '../../use-cases/list-patron-notices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, now }, deps) =>
  answer({ notices: await noticesOfPatron(deps, patronOf(actor).id, now) }),
);
