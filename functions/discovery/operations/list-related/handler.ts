import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { relatedDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, relatedDeps, async ({ actor, path: { recordId }, query }, deps) =>
  answer(await deps.relatedTitles(recordId, query.member ?? [], viewerOf(actor))),
);
