import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { authorityDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  authorityDeps,
  async ({ path: { list }, query: { heading } }, { findAuthority }) => {
    const found = await findAuthority(list, heading);
    return found ? answer(found) : refuse('unknown-authority', `No authority has “${heading}”.`, '/query/heading');
  },
);
