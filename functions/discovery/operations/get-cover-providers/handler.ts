import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { coverCreditDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, coverCreditDeps, async (_, { providers }) => answer(await providers.get()));
