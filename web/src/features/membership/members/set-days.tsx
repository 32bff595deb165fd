import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../api/directory.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField } from '../../finance/shared/fields.tsx';
import { useSetMembership } from './members.ts';

const DayField = ({
  label,
  value,
  onChange,
  isNeeded = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isNeeded?: boolean;
}) => (
  <TextInput
    size="sm"
    type="date"
    required={isNeeded}
    label={label}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);

/** The form for a library's first and last day of membership, prefilled with the current values. */
export const SetDays = ({ members }: { members: readonly Member[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [chosen, setChosen] = useState(members[0]?.memberId ?? '');
  const member = members.find(({ memberId }) => memberId === chosen);
  const saved = { since: member?.memberSince ?? '', left: member?.leftOn ?? '' };
  const place = `${chosen} ${saved.since} ${saved.left}`;
  // Input for one library is discarded when another is selected.
  const [entered, setEntered] = useState({ place, ...saved });
  const { since, left } = entered.place === place ? entered : saved;
  const [isAsked, setIsAsked] = useState(false);
  const set = useSetMembership();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
  };
  const dated = (day: string): string => date(day);
  return (
    <section aria-labelledby="set-days" className="stack">
      <h2 id="set-days">{t('members.set')}</h2>
      <p className="quiet">{t('members.set-meaning')}</p>
      <form className="bench-fields" aria-labelledby="set-days" onSubmit={submit}>
        <ChoiceField
          label={t('month.member')}
          value={chosen}
          choices={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={setChosen}
        />
        <DayField
          isNeeded
          label={t('members.since')}
          value={since}
          onChange={(next) => setEntered({ place, left, since: next })}
        />
        <DayField
          label={t('members.left-if')}
          value={left}
          onChange={(next) => setEntered({ place, since, left: next })}
        />
        <p>
          <Button size="sm" type="submit">
            {t('members.set')}
          </Button>
        </p>
      </form>
      {isAsked && (
        <Question
          yes={t('members.set-yes')}
          isPending={set.isPending}
          go={() =>
            set.mutate(
              { memberId: chosen, memberSince: since, ...(left !== '' && { leftOn: left }) },
              { onSettled: () => setIsAsked(false) },
            )
          }
          away={() => setIsAsked(false)}
        >
          <p>
            {left === ''
              ? t('members.sure', { member: member?.name ?? '', since: dated(since) })
              : t('members.sure-left', { member: member?.name ?? '', since: dated(since), left: dated(left) })}
          </p>
        </Question>
      )}
      <p role="status">{set.isSuccess && t('members.is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
    </section>
  );
};
