import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { tillView } from '../../schemas/till-shapes.ts';
import { tillHouse } from '../../use-cases/tills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillHouse, async ({ path: { month }, query: { member } }, { tills }) =>
  answer({ tills: (await tills.ofMember(member, month)).map(tillView) }),
);
