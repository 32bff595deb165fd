import { ReasonedForm } from '../../parts/reasoned-form.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';
import { type Offer, useTakeBack } from './offers.ts';

/** Takes an own offer back, with the reason that the other libraries read. */
export const TakeBackForm = ({ offer, away }: { offer: Offer; away: () => void }) => {
  const say = useSay();
  const takeBack = useTakeBack(offer);
  const done = (): void => {
    toast(say('last-copies.taken-back'));
    away();
  };
  return (
    <ReasonedForm
      act={say('last-copies.take-back')}
      meaning={say('last-copies.back-meaning')}
      doing={takeBack}
      send={(reason) => takeBack.mutate(reason, { onSuccess: done })}
      away={away}
    />
  );
};
