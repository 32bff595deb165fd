import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { sruDeps } from '../../deps.ts';
import { answerSru } from '../../use-cases/sru-endpoint.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, sruDeps, async ({ body }, deps) => {
  const { xml, mediaType } = await answerSru(deps, body);
  return answer(xml, { 'content-type': `${mediaType}; charset=utf-8` });
});
