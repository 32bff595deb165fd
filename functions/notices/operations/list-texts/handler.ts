import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { textsOf } from '../../use-cases/texts.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ path: { owner }, query: { language } }, house) =>
  answer(await textsOf(house, owner, language)),
);
