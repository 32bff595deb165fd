import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { tillDeps } from '../../deps.ts';
import { tillView } from '../../schemas/tills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillDeps, async ({ path: { month }, query: { member } }, { tills }) =>
  answer({ tills: (await tills.ofMember(member, month)).map(tillView) }),
);
