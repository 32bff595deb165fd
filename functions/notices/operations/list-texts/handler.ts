import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { listTexts } from '../../use-cases/list-texts.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path: { owner }, query: { language }, now }, deps) =>
  answer(await listTexts(deps, owner, language, now)),
);
