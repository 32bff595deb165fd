import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { pinCodeDeps } from '../../deps.ts';
import { requestPinCode } from '../../use-cases/request-pin-code.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinCodeDeps, ({ body, caller, now }, deps) =>
  requestPinCode(deps, { card: normaliseScan(body.card), member: body.member, address: caller.address, now }),
);
