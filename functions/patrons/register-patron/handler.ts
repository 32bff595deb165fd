import { hashPin } from '../../../layers/data/scrypt-hash.ts';
import { normaliseScan } from '../../../layers/domain/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import { isMinorOn } from '../../../layers/domain/patrons/person.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { patronStores } from '../patron-stores.ts';
import { refusedPin } from '../pin-refusals.ts';
import { contract } from './contract.ts';

const pointers = {
  'card-taken': '/body/card',
  'branch-unknown': '/body/homeBranch',
  'guarantor-unknown': '/body/guarantorId',
};

export const handler = handle(contract, patronStores, async ({ body, now }, { patrons, ids }) => {
  const { branchId, homeBranch = branchId, category, expiresOn, person, pin, guarantorId } = body;
  const homeMember = memberOfBranch(branchId);
  if (memberOfBranch(homeBranch) !== homeMember) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  const card = normaliseScan(body.card);
  const refused = pin === undefined ? [] : refusedPin(pin, card);
  if (refused.length > 0) return { refused };
  const patronId = ids.next('patron', now);
  const at = iso(now);
  const minor = isMinorOn(person.birthDate, at.slice(0, 10));
  const guarantor = guarantorId === undefined ? {} : { guarantorId };
  const standing = { patronId, homeMember, homeBranch, category, expiresOn, minor, ...guarantor };
  const secret = pin === undefined ? {} : { pinHash: await hashPin(pin) };
  const outcome = await patrons.register({ standing, person, card, ...secret, now, at });
  if (outcome === 'registered') return answer({ patronId });
  return refuse(outcome, contract.refusals[outcome].meaning, pointers[outcome]);
});
