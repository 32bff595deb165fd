import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path }, { courses }) =>
  answer({ terms: (await courses.terms(path.memberId)).map(({ v: _, ...term }) => term) }),
);
