import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { partnerHouse } from '../../use-cases/partners.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerHouse, async ({ query: { member } }, { accounts, stocks }) => {
  const [partners, vouchers] = await Promise.all([accounts.ofMember(member), stocks.stock(member)]);
  return answer({ partners, vouchers });
});
