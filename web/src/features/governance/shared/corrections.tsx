import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Props = { corrections: readonly { text: string; reason: string; at: string }[] };

/** The corrections of minutes, each with its day and reason. */
export const Corrections = ({ corrections }: Props) => {
  const t = useTranslate();
  const { time } = useFormat();
  return corrections.map(({ text, reason, at }) => (
    <p key={at}>
      <strong>{t('meeting.corrected-on', { day: time(at) })}</strong> {text} ({reason})
    </p>
  ));
};
