import { hasRole, useWho } from '../../../api/current-user.ts';
import { asProblem } from '../../../api/problem.ts';
import { reasonsIn } from '../../../components/use-reason-texts.ts';
import { LetThrough } from '../../circulation/desk/let-through.tsx';

/** A supervisor's override of the holds that wait for a copy; nothing after another refusal, or for other staff. */
export const OverOthers = ({ thrown, again }: { thrown: Error; again: (comment: string) => void }) => {
  const who = useWho();
  const isWaitedFor = reasonsIn(asProblem(thrown)).every(({ code }) => code === 'others-wait');
  return isWaitedFor && hasRole(who, 'desk-supervisor') ? <LetThrough letThrough={again} /> : null;
};
