import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { withdrawProxy } from '../../use-cases/withdraw-proxy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, body, now }, deps) =>
  withdrawProxy(deps, {
    ...{ ...body, actor, now },
    change: () => patronChange({ actor, now, body: { branchId: body.branchId } }, deps.ids, 'proxy-withdrawn', {}),
  }),
);
