import { useState } from 'react';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { Audiences } from './audiences.tsx';
import { type Audience, type Part, seenBy, useHide } from './visibility.ts';

type Given = {
  what: Part;
  /** The audiences from which it is hidden now, by its own setting and by that of its parent. */
  hiddenFrom: readonly Audience[];
  above: readonly Audience[];
  away: () => void;
};

/** Changes the audiences from which a part of a record is hidden, with a reason that is stored permanently. */
export const HideForm = ({ what, hiddenFrom, above, away }: Given) => {
  const t = useTranslate();
  const hide = useHide(what);
  const [chosen, setChosen] = useState<readonly Audience[]>(hiddenFrom);
  const isSame = `${[...chosen].sort()}` === `${[...hiddenFrom].sort()}`;
  const act = chosen.length === 0 ? 'show' : 'hide';
  const done = (): void => {
    toast(t(`visibility.done-${act}`));
    away();
  };
  return (
    <ReasonedForm
      act={t(`visibility.${act}`)}
      meaning={t('visibility.reason-meaning')}
      isComplete={!isSame}
      doing={hide}
      send={(reason) => hide.mutate({ hiddenFrom: [...chosen], reason }, { onSuccess: done })}
      away={away}
    >
      <p aria-hidden="true">
        <strong>{t('item-field.hiddenFrom')}</strong>
      </p>
      <Audiences hidden={chosen} change={setChosen} />
      <p className="quiet" aria-live="polite">
        {t('visibility.then', { seen: t(`visibility.seen-${seenBy([...chosen, ...above])}`) })}
      </p>
    </ReasonedForm>
  );
};
