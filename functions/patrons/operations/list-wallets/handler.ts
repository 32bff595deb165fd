import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { walletDeps } from '../../deps.ts';
import { walletViews } from '../../schemas.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, walletDeps, async ({ now }, { wallets }) =>
  answer(walletViews(await wallets.get(), iso(now).slice(0, 10))),
);
