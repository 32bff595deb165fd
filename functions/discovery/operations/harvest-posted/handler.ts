import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { oaiDeps } from '../../deps.ts';
import { answerOai } from '../../use-cases/oai-pmh-endpoint.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, oaiDeps, async ({ body, now }, deps) =>
  answer(await answerOai(deps, body, now)),
);
