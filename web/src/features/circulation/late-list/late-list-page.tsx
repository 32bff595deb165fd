import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { EndingCards } from './ending-cards.tsx';
import { LateLoans } from './late-loans.tsx';
import type { Place } from './place.ts';

const lists = ['overdue', 'lost', 'cards'] as const;
const scopes = ['branch', 'member'] as const;
type Option = (typeof lists)[number] | (typeof scopes)[number];

type ChoiceProps<T extends Option> = { name: string; options: readonly T[]; chosen: T; choose: (one: T) => void };

const Choice = <T extends Option>({ name, options, chosen, choose }: ChoiceProps<T>) => {
  const t = useTranslate();
  return (
    <fieldset className="row" aria-label={name}>
      {options.map((one) => (
        <Button
          key={one}
          size="sm"
          variant={one === chosen ? 'filled' : 'default'}
          aria-pressed={one === chosen}
          onClick={() => choose(one)}
        >
          {t(`late.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
};

const Lists = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const [list, setList] = useState<(typeof lists)[number]>('overdue');
  const [of, setOf] = useState<Place['of']>('branch');
  const place = { branchId, of };
  return (
    <>
      <div className="row">
        <Choice name={t('late.which')} options={lists} chosen={list} choose={setList} />
        <Choice name={t('late.of')} options={scopes} chosen={of} choose={setOf} />
      </div>
      {list === 'cards' ? <EndingCards place={place} /> : <LateLoans key={list} place={place} stage={list} />}
    </>
  );
};

/** The page of overdue and lost loans and expiring cards of a branch or its library, for daily use or print. */
export const LateListPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('late.title')} meaning={t('late.meaning')} back="/late-list" isPaper>
      {(branchId) => <Lists key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
