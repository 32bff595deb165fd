import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Patron, useRecord } from '../record/use-record.ts';
import { sortedName } from './patron-name.ts';
import { useBirthDate } from './use-birth-date.ts';
import { useCategoryName } from './use-category-name.ts';

type Fact = { name: string; of: (patron: Patron) => string };

const useFacts = (): Fact[] => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const birthDate = useBirthDate();
  const { date, money } = useFormat();
  const home = (patron: Patron) => (patron.at === 'home' ? patron : undefined);
  const ifDay = (day: string | undefined): string => (day === undefined ? '' : date(day));
  return [
    { name: t('patrons.name'), of: ({ name }) => sortedName(name) },
    { name: t('patrons.born'), of: (one) => birthDateOf(home(one)?.person.birthDate, birthDate) },
    { name: t('patrons.card'), of: (one) => home(one)?.card ?? '' },
    {
      name: t('patrons.category'),
      of: (one) => (home(one) ? categoryName(home(one)?.category ?? '') : ''),
    },
    { name: t('patron.card-last-day'), of: (one) => ifDay(home(one)?.expiresOn) },
    { name: t('person.email'), of: (one) => home(one)?.person.email ?? '' },
    { name: t('patron.tab-loans'), of: (one) => String(home(one)?.loans ?? '') },
    { name: t('patron.tab-holds'), of: (one) => String(home(one)?.holds ?? '') },
    {
      name: t('patron.owed'),
      of: ({ owed, currency }) => (currency === undefined ? String(owed) : money(owed, currency)),
    },
  ];
};

const birthDateOf = (day: string | undefined, shown: (day: string) => string): string => (day ? shown(day) : '');

type Preview = {
  branchId: string;
  /** The record that stays, and the one that goes into it. */
  pair: readonly [string, string];
  otherCard?: string | undefined;
  away: () => void;
  done: (survivor: string) => Promise<void> | void;
};

/** Two records side by side before they become one: which stays, and what it gets from the other. */
export const MergePreview = ({ branchId, pair, otherCard, away, done }: Preview) => {
  const t = useTranslate();
  const [isSwapped, setIsSwapped] = useState(false);
  const [note, setNote] = useState('');
  const [stays, goes] = isSwapped ? [pair[1], pair[0]] : pair;
  const [one, other] = [useRecord(stays, branchId), useRecord(goes, branchId)];
  const facts = useFacts();
  const merge = useMutation({
    mutationFn: () => {
      const seen = { ...(note.trim() !== '' && { note: note.trim() }), ...(otherCard && !isSwapped && { otherCard }) };
      const body = { branchId, otherId: goes, ...seen };
      return take(api.POST('/v1/patrons/{patronId}/merges', { params: { path: { patronId: stays } }, body }));
    },
    onSuccess: ({ patronId }) => done(patronId),
  });
  const failed = one.error ?? other.error;
  if (failed) return <FailedNotice thrown={failed} />;
  if (!one.data || !other.data) return <Waiting rows={3} height={44} />;
  const shown = [one.data, other.data];
  return (
    <div className="stack">
      <ScrollTable name={t('patron.merge-title')}>
        <thead>
          <tr>
            <th scope="col">{t('patron.merge-what')}</th>
            <th scope="col">{t('patron.stays')}</th>
            <th scope="col">{t('patron.goes')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {shown.map((patron, place) => (
                <td key={place === 0 ? 'stays' : 'goes'}>{of(patron)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p>{t('patron.merge-effect')}</p>
      <TextInput
        label={t('patron.merge-why')}
        value={note}
        maxLength={500}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {merge.error && <FailedNotice thrown={merge.error} />}
      <p className="row">
        <Button loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('patron.merge-do')}
        </Button>
        {otherCard === undefined && (
          <Button variant="default" onClick={() => setIsSwapped(!isSwapped)}>
            {t('patron.merge-swap')}
          </Button>
        )}
        <Button variant="default" onClick={away}>
          {t('do.not-now')}
        </Button>
      </p>
    </div>
  );
};
