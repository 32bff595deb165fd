import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { KeyedAct } from './use-item-act.ts';

/** An action that was sent: what came of it, or why it failed; neither while it waits. */
export type ActState = { keyed: KeyedAct; message?: string; thrown?: Error };

/** One action of the dialog in words. A failed one names its item and can be tried again. */
export const ActLine = ({
  of: { keyed, message, thrown },
  again,
}: {
  of: ActState;
  again: (act: KeyedAct) => void;
}) => {
  const t = useTranslate();
  if (message !== undefined) return <p className="good">{message}</p>;
  const line = t('acts.sent-line', { act: t(`acts.${actText(keyed)}`), item: keyed.act.item });
  if (!thrown) return <p className="quiet">{line}</p>;
  return (
    <FailedNotice thrown={thrown} again={() => again(keyed)}>
      <p>{line}</p>
    </FailedNotice>
  );
};

const actText = ({ act }: KeyedAct) => (act.did === 'marked' ? act.state : act.did);
