import type { Answered } from '../api/current-user.ts';
import { useResidences } from '../api/residences.ts';
import { useFormat } from '../i18n/format.ts';
import { useTextOf, useTranslate } from '../i18n/translate.ts';
import { Fact } from './fact.tsx';

type Profile = Pick<Answered<'patrons-my-profile'>, 'person' | 'contactConsents' | 'residence'>;
type Address = NonNullable<Profile['person']['address']>;

const channels = ['email', 'sms', 'post', 'phone'] as const;

const addressText = ({ lines, locality, region, postalCode, country }: Address): string =>
  [...lines, [postalCode, locality].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');

/** Shows a patron's names, contact data, place of residence and consents. */
export const ContactFacts = ({ person, contactConsents, residence }: Profile) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { residenceName } = useResidences();
  const { name, usedName, email, phones = [], address } = person;
  const answers = channels.flatMap((channel) => {
    const answer = contactConsents[channel];
    const named = { channel: textOf('contact-channel', channel), date: answer ? date(answer.at) : '' };
    return answer ? [t(answer.given ? 'contact.given' : 'contact.refused', named)] : [];
  });
  return (
    <dl className="facts">
      {usedName && <Fact name={t('contact.legal-name')}>{[name.given, name.family].filter(Boolean).join(' ')}</Fact>}
      <Fact name={t('contact.email')}>{email}</Fact>
      {phones.map(({ number, label }) => (
        <Fact key={number} name={t('contact.phone')}>
          {number} ({textOf('phone-label', label)})
        </Fact>
      ))}
      <Fact name={t('contact.address')}>{address && addressText(address)}</Fact>
      <Fact name={t('contact.residence')}>{residence && residenceName(residence)}</Fact>
      {answers.length > 0 && <Fact name={t('contact.consents')}>{answers.join(' · ')}</Fact>}
    </dl>
  );
};
