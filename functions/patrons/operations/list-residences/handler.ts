import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ now }, { patronsPolicy }) => {
  const residences = Object.entries((await patronsPolicy(now)).residences).map(([code, name]) => ({ code, name }));
  return answer({ residences: residences.toSorted((one, other) => one.name.localeCompare(other.name)) });
});
