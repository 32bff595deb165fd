import { Checkbox, TextInput } from '@mantine/core';
import type { Answered } from '../../../api/current-user.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type Chosen = Answered<'notices-show-my-choices'>;
type Kind = Chosen['kinds'][number]['kind'];

/** Text messages as chosen in the form; without consent none are sent. */
type Texts = { number: string; kinds: readonly Kind[]; consent: boolean };

/** The kinds that are proposed to a patron who has no text messages yet. */
const proposed: readonly Kind[] = ['hold-ready', 'due-soon', 'recall'];

/** Returns the state of the form: as saved, or with the number that the library has. */
export const textsOf = ({ sms, kinds, reach }: Chosen): Texts =>
  sms
    ? { number: sms.number, kinds: sms.kinds, consent: sms.stoppedAt === undefined }
    : {
        number: reach.phone ?? '',
        kinds: kinds.flatMap(({ kind, on }) => (on && proposed.includes(kind) ? [kind] : [])),
        consent: false,
      };

/** Returns the part of the request that asks for text messages; empty without consent. */
export const textsBody = ({ number, kinds, consent }: Texts) =>
  consent && kinds.length > 0 ? { sms: { number: number.trim(), kinds: [...kinds], consent: true as const } } : {};

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
