import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { listPatronNotices } from '../../use-cases/list-patron-notices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, now }, deps) =>
  answer({ notices: await listPatronNotices(deps, patronOf(actor).id, now) }),
);
