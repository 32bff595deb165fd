import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { pinCodeDeps } from '../../deps.ts';
import { usePinCode } from '../../use-cases/use-pin-code.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinCodeDeps, ({ body, caller, now }, deps) => {
  const { card, ...use } = body;
  return usePinCode(deps, { ...use, number: normaliseScan(card), address: caller.address, now });
});
