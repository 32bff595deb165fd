import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { searchDeps } from '../../deps.ts';
import { findTitles } from '../../use-cases/find-titles.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, searchDeps, async ({ actor, body: { text } }, deps) =>
  answer(await findTitles(deps, text, viewerOf(actor))),
);
