import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { CategoryField } from '../shared/category-field.tsx';
import { usePreview, type Wanted } from './changes.ts';

const nothing = {
  ...{ by: 'filter', cards: '', category: '', homeBranch: '', residence: '', expiresFrom: '', expiresTo: '' },
  ...{ toCategory: '', toBranch: '', toResidence: '', toExpires: '', reason: '' },
};
type Entered = typeof nothing;
type Field = keyof Entered;

/** The value of a select by which a patron has no place of residence, or gets none. */
const NONE = '-';

const residenceIn = (text: string) => (text === '' ? {} : { residence: text === NONE ? null : text });

const wantedOf = (entered: Entered): Wanted => {
  const { by, cards, category, homeBranch, residence, expiresFrom, expiresTo, reason } = entered;
  const { toCategory, toBranch, toResidence, toExpires } = entered;
  const filter = {
    ...(category && { category }),
    ...(homeBranch && { homeBranch }),
    ...residenceIn(residence),
    ...(expiresFrom && { expiresFrom }),
    ...(expiresTo && { expiresTo }),
  };
  const change = {
    ...(toCategory && { category: toCategory }),
    ...(toBranch && { homeBranch: toBranch }),
    ...residenceIn(toResidence),
    ...(toExpires && { expiresOn: toExpires }),
  };
  const numbers = cards.split(/[\s,;]+/).filter(Boolean);
  return { patrons: by === 'cards' ? { cards: numbers } : { filter }, change, reason };
};

const isWhole = ({ patrons, change, reason }: Wanted): boolean =>
  ('cards' in patrons ? patrons.cards.length > 0 : Object.keys(patrons.filter).length > 0) &&
  Object.keys(change).length > 0 &&
  reason.trim().length >= 3;

type Given = { memberId: string; opened: (batchId: string, unknownCards: string[]) => void };

/** The form for a change of many patrons: which patrons, what they get, and why. It shows what would happen before anything changes. */
export const NewChange = ({ memberId, opened }: Given) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const { residences } = useResidences();
  const [entered, setEntered] = useState(nothing);
  const wanted = wantedOf(entered);
  const preview = usePreview(memberId, ({ batch, unknownCards }) => {
    const { patrons } = wanted;
    opened(batch.batchId, 'cards' in patrons ? unknownCards.flatMap((at) => patrons.cards[at] ?? []) : []);
  });
  const field = (name: Field) => ({
    label: t(`patron-changes.${name}`),
    value: entered[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: value }),
  });
  const category = (name: 'category' | 'toCategory') => ({
    ...{ label: t(`patron-changes.${name}`), none: t('patron-changes.any'), value: entered[name] },
    choose: (value: string) => setEntered({ ...entered, [name]: value }),
  });
  const any = { value: '', label: t('patron-changes.any') };
  const none = { value: NONE, label: t('patron-changes.no-residence') };
  const own = branches.filter(({ branchId }) => branchId.startsWith(`${memberId}.`));
  const ofBranches = [any, ...own.map(({ branchId, name }) => ({ value: branchId, label: name }))];
  const ofResidences = [any, none, ...residences.map(({ code, name }) => ({ value: code, label: name }))];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole(wanted)) preview.mutate(wanted);
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <NativeSelect
        {...field('by')}
        data={[
          { value: 'filter', label: t('patron-changes.by-filter') },
          { value: 'cards', label: t('patron-changes.by-cards') },
        ]}
      />
      {entered.by === 'cards' ? (
        <Textarea {...field('cards')} autosize minRows={3} />
      ) : (
        <>
          <CategoryField {...category('category')} />
          <NativeSelect {...field('homeBranch')} data={ofBranches} />
          <NativeSelect {...field('residence')} data={ofResidences} />
          <TextInput {...field('expiresFrom')} type="date" />
          <TextInput {...field('expiresTo')} type="date" />
        </>
      )}
      <fieldset className="choices">
        <legend>{t('patron-changes.gives')}</legend>
        <CategoryField {...category('toCategory')} />
        <NativeSelect {...field('toBranch')} data={ofBranches} />
        <NativeSelect {...field('toResidence')} data={ofResidences} />
        <TextInput {...field('toExpires')} type="date" />
      </fieldset>
      <TextInput {...field('reason')} description={t('patron-changes.reason-hint')} maxLength={200} />
      {preview.error && <FailedNotice thrown={preview.error} />}
      <div>
        <Button type="submit" disabled={!isWhole(wanted)} loading={preview.isPending}>
          {t('patron-changes.preview')}
        </Button>
      </div>
    </form>
  );
};
