import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { type Answered, useProfile } from '../../../api/current-user.ts';
import { ContactFacts } from '../../../components/contact-facts.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

type Profile = Answered<'patrons-my-profile'>;
type Phone = NonNullable<Profile['person']['phones']>[number];

const labels: Phone['label'][] = ['mobile', 'home', 'work', 'other'];
const channels = ['email', 'sms', 'post', 'phone'] as const;
const empty: Phone = { number: '', label: 'mobile' };

const answers = ['unanswered', 'yes', 'no'] as const;
type Consents = Partial<Record<(typeof channels)[number], boolean>>;

const answerOf = (given: boolean | undefined): (typeof answers)[number] =>
  given === undefined ? 'unanswered' : given ? 'yes' : 'no';

const answered = (consents: Consents, channel: (typeof channels)[number], value: string): Consents => {
  const { [channel]: _, ...others } = consents;
  return value === 'unanswered' ? others : { ...others, [channel]: value === 'yes' };
};

const Form = ({ profile }: { profile: Profile }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const client = useQueryClient();
  const { usedName, phones = [] } = profile.person;
  const [name, setName] = useState({ given: usedName?.given ?? '', family: usedName?.family ?? '' });
  const [numbers, setNumbers] = useState([phones[0] ?? empty, phones[1] ?? empty]);
  const [consents, setConsents] = useState<Consents>({});
  const save = useMutation({
    mutationFn: () => {
      const isCalled = name.given !== '' || name.family !== '';
      // Who enters a given name only keeps the family name.
      const called = { family: name.family || profile.person.name.family, ...(name.given && { given: name.given }) };
      const body = {
        usedName: isCalled ? called : null,
        phones: numbers.filter(({ number }) => number !== ''),
        contactConsents: consents,
      };
      return take(api.POST('/v1/patrons/me/contact', { body }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['profile'] });
      setConsents({});
      toast(t('contact.saved'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const setNumber = (place: number, change: Partial<Phone>): void =>
    setNumbers(numbers.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <form className="stack" onSubmit={submit}>
      <p className="quiet">{t('contact.used-hint')}</p>
      {(['given', 'family'] as const).map((part) => (
        <TextInput
          key={part}
          label={t(`contact.used-${part}`)}
          value={name[part]}
          onChange={({ currentTarget: { value } }) => setName({ ...name, [part]: value })}
        />
      ))}
      {(['phone', 'phone-second'] as const).map((key, place) => (
        <div key={key} className="row">
          <TextInput
            label={t(`contact.${key}`)}
            type="tel"
            value={numbers[place]?.number ?? ''}
            onChange={({ currentTarget: { value } }) => setNumber(place, { number: value })}
          />
          <NativeSelect
            label={t(`contact.${key}-label`)}
            value={numbers[place]?.label ?? 'mobile'}
            data={labels.map((value) => ({ value, label: textOf('phone-label', value) }))}
            onChange={({ currentTarget: { value } }) => setNumber(place, { label: value as Phone['label'] })}
          />
        </div>
      ))}
      <fieldset className="choices">
        <legend>{t('contact.may-use')}</legend>
        {channels.map((channel) => (
          <NativeSelect
            key={channel}
            label={textOf('contact-channel', channel)}
            value={answerOf(consents[channel] ?? profile.contactConsents[channel]?.given)}
            data={answers
              // An answer may change, but not be taken back: the library has it with its date.
              .filter((value) => value !== 'unanswered' || profile.contactConsents[channel] === undefined)
              .map((value) => ({ value, label: textOf('contact-answer', value) }))}
            onChange={({ currentTarget: { value } }) => setConsents(answered(consents, channel, value))}
          />
        ))}
      </fieldset>
      <p className="quiet">{t('contact.may-use-meaning')}</p>
      {save.error && <FailedNotice thrown={save.error} />}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('contact.save')}
        </Button>
      </div>
    </form>
  );
};

/** The patron's names, contact data and consents: what the library knows, and what the patron changes without a desk. */
export const Contact = () => {
  const t = useTranslate();
  const query = useProfile();
  return (
    <AccountPart id="contact" title={t('contact.title')} query={query}>
      {query.data && (
        <>
          <ContactFacts {...query.data} />
          <p className="quiet">{t('contact.at-desk')}</p>
          <Form profile={query.data} />
        </>
      )}
    </AccountPart>
  );
};
