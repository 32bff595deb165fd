import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { accountCodeDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, accountCodeDeps, async ({ path: { memberId } }, { codes }) =>
  answer({ memberId, versions: await codes.ofMember(memberId) }),
);
