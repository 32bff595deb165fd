import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownProposal, useAmend } from '../shared/voting.ts';
import { placeName, valueText } from './place-name.ts';

type Difference = NonNullable<ShownProposal['text']['change']>['differences'][number];

/** Returns whether a proposed value is a number or a text, which the form can replace. */
const isPlain = ({ after }: Difference): boolean =>
  after !== undefined && ['number', 'string'].includes(typeof JSON.parse(after));

/** Returns a value as typed as JSON, of the type of the proposed one; undefined when it is no number where one is needed. */
const asJson = (typed: string, { after = '""' }: Difference): string | undefined => {
  if (typeof JSON.parse(after) === 'string') return JSON.stringify(typed.trim());
  const number = Number(typed.trim());
  return typed.trim() === '' || Number.isNaN(number) ? undefined : JSON.stringify(number);
};

/** The form that asks for another value of the proposed rules, or for other reasons. */
export const AmendForm = ({ shown: { proposal, text, may } }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const amend = useAmend(proposal.proposalId);
  const values = (text.change?.differences ?? []).filter(isPlain);
  const empty = { title: '', reason: '', at: values[0]?.at ?? '', to: '', text: text.text };
  const [entered, setEntered] = useState(empty);
  const [author, setAuthor] = useState(may.speakFor[0] ?? '');
  const set = (some: Partial<typeof empty>): void => setEntered({ ...entered, ...some });
  const chosen = values.find(({ at }) => at === entered.at);
  const to = chosen && asJson(entered.to, chosen);
  const changesText = entered.text.trim() !== text.text;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    amend.mutate(
      {
        ...{ number: proposal.text.number, title: entered.title.trim(), reason: entered.reason.trim() },
        ...(author !== '' && { memberId: author }),
        ...(chosen && to !== undefined && { changes: [{ at: chosen.at, to }] }),
        ...(changesText && { text: entered.text.trim() }),
      },
      { onSuccess: () => setEntered(empty) },
    );
  };
  return (
    <form className="stack" aria-label={t('amendments.write')} onSubmit={submit}>
      {may.speakFor.length + Number(may.run) > 1 && (
        <NativeSelect
          size="sm"
          label={t('proposals.author')}
          value={author}
          onChange={({ currentTarget: { value } }) => setAuthor(value)}
        >
          {may.speakFor.map((one) => (
            <option key={one} value={one}>
              {memberName(one)}
            </option>
          ))}
          {may.run && <option value="">{t('proposals.consortium')}</option>}
        </NativeSelect>
      )}
      <TextInput
        size="sm"
        required
        maxLength={120}
        label={t('amendments.name')}
        value={entered.title}
        onChange={({ currentTarget: { value } }) => set({ title: value })}
      />
      {values.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('amendments.value')}
          value={entered.at}
          onChange={({ currentTarget: { value } }) => set({ at: value })}
        >
          {values.map(({ at, after = '""' }) => (
            <option key={at} value={at}>
              {placeName(at)}: {valueText(after)}
            </option>
          ))}
          <option value="">{t('amendments.no-value')}</option>
        </NativeSelect>
      )}
      {chosen && (
        <TextInput
          size="sm"
          required
          maxLength={200}
          label={t('amendments.to')}
          error={entered.to !== '' && to === undefined ? t('amendments.not-number') : undefined}
          value={entered.to}
          onChange={({ currentTarget: { value } }) => set({ to: value })}
        />
      )}
      <Textarea
        size="sm"
        required
        autosize
        minRows={2}
        maxLength={2000}
        label={t('amendments.reason')}
        value={entered.reason}
        onChange={({ currentTarget: { value } }) => set({ reason: value })}
      />
      <Textarea
        size="sm"
        required
        autosize
        minRows={2}
        maxLength={10_000}
        label={t('amendments.text')}
        description={t('amendments.text-hint')}
        value={entered.text}
        onChange={({ currentTarget: { value } }) => set({ text: value })}
      />
      <p>
        <Button size="sm" type="submit" loading={amend.isPending} disabled={chosen ? to === undefined : !changesText}>
          {t('amendments.send')}
        </Button>
      </p>
      {amend.error && <FailedNotice thrown={amend.error} />}
    </form>
  );
};
