import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { listLetters } from '../../use-cases/list-letters.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ path, query: page, now }, deps) =>
  listLetters(deps, { ...path, page, now }),
);
