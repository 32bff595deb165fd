import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { pinDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { refusedPin } from '../../domain/cards/refused-pin.ts';
import { cardSubject } from '../../use-cases/sign-in-attempt.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, async ({ path, body, now, keep }, deps) => {
  const { patrons, attempts, pins } = deps;
  const { patronId } = path;
  const patron = await patrons.get(patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, body.branchId)) return refuse('not-home', 'Only the home library gives a PIN.');
  const { card, person } = patron.person;
  const { shortest } = (await deps.patronsPolicy(now)).pins;
  const refused = refusedPin(body.pin, { shortest, card, birthDate: person.birthDate });
  if (refused.length > 0) return { refused };
  const unlocked = await attempts.reset(cardSubject(card), now);
  await patrons.setPin(patronId, await pins.hash(body.pin), now, [unlocked, ...keep({ patronId })]);
  return answer({ patronId });
});
