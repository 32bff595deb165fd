import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Offer, useTakeBack } from './offers.ts';

/** Withdraws the library's own offer, with a reason that the other libraries read. */
export const WithdrawOfferForm = ({ offer, away }: { offer: Offer; away: () => void }) => {
  const t = useTranslate();
  const takeBack = useTakeBack(offer);
  const done = (): void => {
    toast(t('last-copies.withdrawn'));
    away();
  };
  return (
    <ReasonedForm
      act={t('last-copies.withdraw')}
      meaning={t('last-copies.back-meaning')}
      doing={takeBack}
      send={(reason) => takeBack.mutate(reason, { onSuccess: done })}
      away={away}
    />
  );
};
