import { NativeSelect } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Channel, channels } from './person-form.ts';

/** Answers of a patron by channel; a channel without an answer is left out. */
export type ConsentEntry = Partial<Record<Channel, boolean>>;

const answers = ['unanswered', 'yes', 'no'] as const;
const shown = (given: boolean | undefined) => (given === undefined ? 'unanswered' : given ? 'yes' : 'no');

type Fields = {
  /** The answers that the library has; they may change, but not be taken back. */
  stored?: ConsentEntry;
  consents: ConsentEntry;
  change: (consents: ConsentEntry) => void;
};

/** The fields for whether the library may contact a patron, by channel. */
export const ConsentFields = ({ stored = {}, consents, change }: Fields) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <fieldset className="wide">
      <legend>{t('person.may-contact')}</legend>
      <div className="form-grid">
        {channels.map((channel) => (
          <NativeSelect
            key={channel}
            label={textOf('contact-channel', channel)}
            value={shown(consents[channel] ?? stored[channel])}
            data={answers
              .filter((value) => value !== 'unanswered' || stored[channel] === undefined)
              .map((value) => ({ value, label: textOf('contact-answer', value) }))}
            onChange={({ currentTarget: { value } }) => {
              const { [channel]: _, ...others } = consents;
              change(value === 'unanswered' ? others : { ...others, [channel]: value === 'yes' });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
};
