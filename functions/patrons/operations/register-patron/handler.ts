import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { agesOutWrites } from '../../data/ages-out-store.ts';
import { hashPin } from '../../data/scrypt-hash.ts';
import { firstTerm, refusedDescription } from '../../domain/category.ts';
import { isMinorOn } from '../../domain/person.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { refusedPin } from '../../use-cases/pin-refusals.ts';
import { contract } from './contract.ts';

const pointers = {
  'card-taken': '/body/card',
  'branch-unknown': '/body/homeBranch',
  'guarantor-unknown': '/body/guarantorId',
};

export const handler = handle(contract, deskStores, async ({ body, now, keep }, { patrons, ids, policies }) => {
  const { branchId, homeBranch = branchId, category, person, pin, guarantorId, classes } = body;
  const homeMember = memberOfBranch(branchId);
  if (memberOfBranch(homeBranch) !== homeMember) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  const [card, at] = [normaliseScan(body.card), iso(now)];
  const [policy, today] = [await patronsPolicy({ policies }, now), at.slice(0, 10)];
  const { birthDate } = person;
  const { expiresOn = firstTerm(policy, category, today) } = body;
  const refused = [
    ...refusedDescription(policy, { category, birthDate, expiresOn, classes }, today),
    ...(pin === undefined ? [] : refusedPin(pin, card)),
  ];
  if (refused.length > 0) return { refused };
  const patronId = ids.next('patron', now);
  const minor = isMinorOn(birthDate, today);
  const more = { ...(guarantorId !== undefined && { guarantorId }), ...(classes && { classes }) };
  const status = { patronId, homeMember, homeBranch, category, expiresOn, minor, ...more };
  const secret = pin === undefined ? {} : { pinHash: await hashPin(pin) };
  const beside = [...agesOutWrites(policy, { patronId, category, birthDate }), ...keep({ patronId })];
  const outcome = await patrons.register({ status, person, card, ...secret, beside, now, at });
  if (outcome === 'registered') return answer({ patronId });
  if (outcome === 'registered-already') throw new Error('An id was given twice.');
  return refuse(outcome, contract.refusals[outcome].meaning, pointers[outcome]);
});
