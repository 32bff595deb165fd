import { Dialog } from '../../../components/dialog.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Payout, useCheck } from './use-online.ts';

/** A dialog to mark a payout that differs as checked, with a note. */
export const CheckPayout = ({ payout, close }: { payout: Payout; close: () => void }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const check = useCheck(payout);
  return (
    <Dialog title={t('online.check-of', { amount: money(payout.amount, payout.currency) })} close={close}>
      <ReasonedForm
        act={t('online.check')}
        meaning={t('online.check-meaning')}
        doing={check}
        send={(note) => check.mutate(note, { onSuccess: close })}
        away={close}
      />
    </Dialog>
  );
};
