import { deskToken } from './desk-token.ts';
import { asProblem } from './problem.ts';
import { signedIn } from './session.ts';

/**
 * Signs in the person of a badge or code at this shared desk. The page continues for the person who used it last, and starts again for
 * another.
 */
export const signInAtDesk = async (pass: string): Promise<void> => {
  const { token, seconds } = await deskToken(pass, { pass }).catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  signedIn('staff', token, seconds, { atDesk: true });
};
