import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { pinCodeDeps } from '../../deps.ts';
import { usePinCode } from '../../use-cases/use-pin-code.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinCodeDeps, ({ body, now }, deps) =>
  usePinCode(deps, { number: normaliseScan(body.card), member: body.member, code: body.code, pin: body.pin, now }),
);
