import { Checkbox, TextInput } from '@mantine/core';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Chosen, Texts } from './text-choice.ts';

type Props = { chosen: Chosen; texts: Texts; change: (texts: Texts) => void };

/** The fields for text messages: consent first, then the number and the kinds of notices. */
export const TextMessages = ({ chosen, texts, change }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { stoppedAt, refusedAt } = chosen.sms ?? {};
  return (
    <fieldset className="choices">
      <legend>{t('choice.sms')}</legend>
      {stoppedAt && <p className="quiet">{t('choice.sms-stopped', { date: date(stoppedAt) })}</p>}
      {refusedAt && <p className="quiet">{t('choice.sms-refused', { date: date(refusedAt) })}</p>}
      <Checkbox
        label={t('choice.sms-consent')}
        description={t('choice.sms-meaning')}
        checked={texts.consent}
        onChange={({ currentTarget: { checked } }) => change({ ...texts, consent: checked })}
      />
      {texts.consent && (
        <>
          <TextInput
            label={t('choice.sms-number')}
            type="tel"
            autoComplete="tel"
            maxLength={40}
            value={texts.number}
            onChange={({ currentTarget: { value } }) => change({ ...texts, number: value })}
          />
          {chosen.kinds
            .filter(({ on }) => on)
            .map(({ kind }) => (
              <Checkbox
                key={kind}
                label={textOf('notice-kind', kind)}
                checked={texts.kinds.includes(kind)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = texts.kinds.filter((one) => one !== kind);
                  change({ ...texts, kinds: checked ? [...others, kind] : others });
                }}
              />
            ))}
          <p className="quiet">{t('choice.sms-instead')}</p>
        </>
      )}
    </fieldset>
  );
};
