import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { giveProxy } from '../../use-cases/give-proxy.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, body, now }, deps) =>
  giveProxy(deps, {
    ...{ ...body, actor, now },
    change: (detail) =>
      patronChange({ actor, now, body: { branchId: body.branchId } }, deps.ids, 'proxy-given', detail),
  }),
);
