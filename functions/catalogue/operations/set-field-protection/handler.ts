import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { fieldProtectionDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  fieldProtectionDeps,
  async ({ path, body: { fields } }, { fieldProtection }) => {
    await fieldProtection.set(path.memberId, fields);
    return answer({ fields });
  },
);
