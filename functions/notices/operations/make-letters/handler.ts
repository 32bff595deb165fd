import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { makeLetters } from '../../use-cases/make-letters.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ path: { memberId }, now }, deps) =>
  makeLetters(deps, memberId, now),
);
