import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ now }, { patronsPolicy }) => {
  const { open, days, mayBorrow } = (await patronsPolicy(now)).selfRegistration;
  return answer({ open, days, mayBorrow });
});
