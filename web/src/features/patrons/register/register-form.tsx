import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { CategoryField } from '../shared/category-field.tsx';
import { type ConsentEntry, ConsentFields } from '../shared/consent-fields.tsx';
import { LanguageField } from '../shared/language-field.tsx';
import { AddressFields, ContactFields, NameFields, UsedNameFields } from '../shared/person-fields.tsx';
import { ageOf, entryOf, personOf } from '../shared/person-form.ts';
import { proposedCategory, useCategories } from '../shared/use-categories.ts';
import { AlikePanel } from './alike-panel.tsx';
import { type Guardian, GuardianField } from './guardian-field.tsx';
import { findAlike, type Registration, useRegistration } from './use-registration.ts';

const ADULT = 18;

/** Moves to the next field instead of sending the form: a scanner ends a card number with Enter. */
const toNext = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key !== 'Enter') return;
  const { form } = event.currentTarget;
  if (!form || form.checkValidity()) return;
  event.preventDefault();
  form.querySelector<HTMLInputElement>('input:invalid')?.focus();
};

/** Shows a field that misses something, because the browser points at no field that is folded away. */
const unfold = ({ currentTarget }: FormEvent<HTMLDetailsElement>): void => {
  currentTarget.open = true;
};

/** The form for a new patron: who it is, how to reach them, and the card. Patrons alike are shown before anything is saved. */
export const RegisterForm = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const known = useRouterState({ select: ({ location }) => location.state.newPatron });
  const { branches } = useDirectory();
  const { residences } = useResidences();
  const categories = useCategories();
  const [entry, setEntry] = useState(() => ({ ...entryOf(), family: known?.family ?? '', given: known?.given ?? '' }));
  const [card, setCard] = useState(known?.card ?? '');
  const [chosen, setChosen] = useState<string>();
  const [chosenHome, setHomeBranch] = useState(branchId);
  const [residence, setResidence] = useState('');
  const [pin, setPin] = useState('');
  const [consents, setConsents] = useState<ConsentEntry>({});
  const [guardian, setGuardian] = useState<Guardian>();
  const category = chosen ?? proposedCategory(categories, entry.birthDate);
  const registration = useRegistration((patronId) =>
    navigate({ to: '/patrons/$patronId', params: { patronId }, state: { isRegistered: true } }),
  );
  const person = personOf(entry);
  const check = useMutation({ mutationFn: () => findAlike(branchId, person) });
  const isChild = (ageOf(entry.birthDate) ?? ADULT) < ADULT;
  const own = branches.filter((one) => memberOf(one.branchId) === memberOf(branchId));
  // Another branch can be chosen in the navigation while the form is open.
  const homeBranch = memberOf(chosenHome) === memberOf(branchId) ? chosenHome : branchId;
  const body: Registration = {
    ...{ branchId, homeBranch, card: card.replaceAll(/\s/g, ''), category, person },
    ...(residence && { residence }),
    ...(pin && { pin }),
    ...(isChild && guardian && { guarantorId: guardian.patronId }),
    ...(Object.keys(consents).length > 0 && { contactConsents: consents }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (check.isPending || registration.isPending) return;
    registration.reset();
    check.mutate(undefined, {
      onSuccess: (alike) => alike.length === 0 && registration.mutate(body),
    });
  };
  const change = (part: Partial<typeof entry>): void => {
    setEntry((before) => ({ ...before, ...part }));
    check.reset();
  };
  const alike = check.data ?? [];
  return (
    <form className="card stack" onSubmit={submit}>
      <div className="form-grid">
        <NameFields entry={entry} change={change} />
        <TextInput
          label={t('register.card')}
          value={card}
          required
          autoComplete="off"
          maxLength={40}
          className="card-field"
          onKeyDown={toNext}
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
        />
        {isChild && <GuardianField branchId={branchId} guardian={guardian} choose={setGuardian} />}
        <ContactFields entry={entry} change={change} />
        <CategoryField value={category} choose={setChosen} />
        <NativeSelect
          label={t('register.home')}
          value={homeBranch}
          data={own.map(({ branchId: value, name }) => ({ value, label: name }))}
          onChange={({ currentTarget }) => setHomeBranch(currentTarget.value)}
        />
      </div>
      <details onInvalidCapture={unfold}>
        <summary>{t('register.address')}</summary>
        <div className="form-grid">
          <AddressFields entry={entry} change={change} />
          {residences.length > 0 && (
            <NativeSelect
              label={t('contact.residence')}
              value={residence}
              data={[{ value: '', label: '' }, ...residences.map(({ code: value, name: label }) => ({ value, label }))]}
              onChange={({ currentTarget }) => setResidence(currentTarget.value)}
            />
          )}
        </div>
      </details>
      <details>
        <summary>{t('register.more')}</summary>
        <div className="form-grid">
          <UsedNameFields entry={entry} change={change} />
          <LanguageField value={entry.language} choose={(language) => change({ language })} />
          <TextInput
            label={t('register.pin')}
            description={t('register.pin-hint')}
            value={pin}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            onChange={({ currentTarget }) => setPin(currentTarget.value)}
          />
          <ConsentFields consents={consents} change={setConsents} />
        </div>
      </details>
      {registration.error && <FailedNotice thrown={registration.error} />}
      {alike.length > 0 && (
        <AlikePanel alike={alike} isPending={registration.isPending} anyway={() => registration.mutate(body)} />
      )}
      <div>
        <Button type="submit" loading={check.isPending || registration.isPending}>
          {t('register.do')}
        </Button>
      </div>
    </form>
  );
};
