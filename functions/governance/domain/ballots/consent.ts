import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { type Comparison, type Fraction, reaches } from './fraction.ts';

/** A member's answer in a round of consent. An objection says how the proposal would harm the common aim. */
export const consentAnswerSchema = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('consent') }),
  z.strictObject({ answer: z.literal('aside') }),
  z.strictObject({ answer: z.literal('object'), reason: oneLine(2000) }),
]);
export type ConsentAnswer = z.infer<typeof consentAnswerSchema>;

type Rule = {
  /** How many of those asked must answer; without it silence is consent, as some bylaws say. */
  quorum?: { of: Fraction; compare: Comparison };
};
export type ConsentResult = {
  outcome: 'adopted' | 'objected' | 'inquorate';
  consent: number;
  aside: number;
  silent: number;
  objections: { memberId: string; reason: string }[];
};

/** Returns what a round of consent decided: one objection sends the text back, and nothing else does. */
export const roundOfConsent = (
  { quorum }: Rule,
  asked: readonly string[],
  answers: ReadonlyMap<string, ConsentAnswer>,
): ConsentResult => {
  const given = asked.flatMap((memberId) => {
    const answer = answers.get(memberId);
    return answer ? [{ memberId, ...answer }] : [];
  });
  const count = (kind: ConsentAnswer['answer']): number => given.filter(({ answer }) => answer === kind).length;
  const objections = given.flatMap((one) =>
    one.answer === 'object' ? [{ memberId: one.memberId, reason: one.reason }] : [],
  );
  const isEnough = quorum === undefined || reaches(BigInt(given.length), quorum, BigInt(asked.length));
  return {
    outcome: objections.length > 0 ? 'objected' : isEnough ? 'adopted' : 'inquorate',
    ...{ consent: count('consent'), aside: count('aside'), silent: asked.length - given.length, objections },
  };
};

/** Returns whether a further round may be held: only on a text that was changed. Takes the hashes of the texts of all rounds so far. */
export const mayHoldRound = (earlier: readonly string[], text: string): boolean => !earlier.includes(text);
