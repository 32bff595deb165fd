import { pinCodeOf } from '../../../../layers/kernel/identity/pin-code.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { sendEmail } from '../../../../layers/platform/queues/email.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { hashPin } from '../../data/scrypt-hash.ts';
import { signUpStore } from '../../data/sign-up-store.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { contract } from './contract.ts';

const HOUR_SECONDS = 3600;

export const handler = handle(contract, deskStores, async ({ body, now }, { table, ids, environment, ...stores }) => {
  const { open, codeMinutes, perAddress, perBranchHour } = (await patronsPolicy(stores, now)).selfRegistration;
  if (!open) return refuse('sign-up-closed', 'Come to a desk.');
  const sender = environment.maybe('NOTICE_SENDER');
  if (!sender) return refuse('no-e-mail', 'Come to a desk.');
  const { homeBranch, person } = body;
  if (!(await stores.branches.known(homeBranch, now)))
    return refuse('branch-unknown', 'No such branch.', '/body/homeBranch');
  const [signUpId, code] = [ids.secret(), pinCodeOf(ids.secret())];
  const said = answer({ signUpId, goodForMinutes: codeMinutes });
  if (body.website !== '') return said;
  const signUps = signUpStore(table);
  if (!(await signUps.countAtBranch(homeBranch, now, perBranchHour))) {
    return refuseFor(HOUR_SECONDS - (Math.floor(now / 1000) % HOUR_SECONDS), 'try-later', 'Too many at this branch.');
  }
  const [patronId, codeHash] = [ids.next('patron', now), await hashPin(code)];
  if (!(await signUps.countTo(person.email, now, perAddress))) return said;
  await signUps.keep({ signUpId, patronId, homeBranch, person, codeHash, goodUntil: now + codeMinutes * 60_000 });
  const text = `Your code for a library card: ${code}\nIt is good for ${codeMinutes} minutes. If you did not ask for a card, do nothing.\n`;
  try {
    await sendEmail(sender, { to: person.email, subject: 'Your code for a library card', text });
  } catch (error) {
    logError('send a code', error);
  }
  return said;
});
