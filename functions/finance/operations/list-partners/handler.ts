import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { partnerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, async ({ query: { member } }, { accounts, stocks }) => {
  const [partners, vouchers] = await Promise.all([accounts.ofMember(member), stocks.stock(member)]);
  return answer({ partners, vouchers });
});
