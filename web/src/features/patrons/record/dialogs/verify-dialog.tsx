import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { asProblem } from '../../../../api/problem.ts';
import { ContactFacts } from '../../../../components/contact-facts.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { CategoryField } from '../../shared/category-field.tsx';
import { proposedCategory, useCategories } from '../../shared/use-categories.ts';
import type { DialogProps } from '../parts.ts';
import { type BodyOf, useRecordAct } from '../use-record.ts';

type Verification = BodyOf<'patrons-finish-sign-up'>;

/** Makes a temporary card a full one, after the desk has seen who the person is. */
export const VerifyDialog = ({ patron, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const categories = useCategories();
  const { patronId, person } = patron;
  const [card, setCard] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [isDistinct, setIsDistinct] = useState(false);
  const [note, setNote] = useState('');
  const verify = useRecordAct(
    patronId,
    (body: Verification, key) =>
      take(api.POST('/v1/patrons/{patronId}/verifications', { params: { path: { patronId } }, body, ...key })),
    () => {
      toast(t('patron.verified'));
      close();
    },
  );
  const category = chosen ?? proposedCategory(categories, person.birthDate ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const seen = note.trim() === '' ? {} : { note: note.trim() };
    verify.mutate({ branchId, card: card.replaceAll(/\s/g, ''), category, isDistinct, ...seen });
  };
  const mayBeKnown = verify.error !== null && asProblem(verify.error).code === 'may-be-known';
  return (
    <Dialog title={t('patron.verify-title')} close={close} size="lg">
      <form className="stack" onSubmit={submit}>
        <ContactFacts {...patron} />
        <TextInput
          label={t('register.card')}
          value={card}
          required
          maxLength={40}
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
        />
        <CategoryField value={category} choose={setChosen} />
        <TextInput
          label={t('patron.seen-papers')}
          value={note}
          maxLength={500}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {(mayBeKnown || isDistinct) && (
          <Checkbox
            label={t('patron.is-distinct')}
            checked={isDistinct}
            onChange={({ currentTarget }) => setIsDistinct(currentTarget.checked)}
          />
        )}
        {verify.error && <FailedNotice thrown={verify.error} />}
        <div>
          <Button type="submit" loading={verify.isPending}>
            {t('patron.verify-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
