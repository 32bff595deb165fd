import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { Empty } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import { levels, needFrom } from './need.ts';
import { NeedBy } from './need-by.tsx';
import { type Asking, Ways } from './patron-request-form.tsx';

/** Requests for the patron with the given card, with pickup at a branch where the user works. Only staff set the service level. */
export const AskForPatron = (asking: Asking) => {
  const t = useTranslate();
  const { branch } = useBranch('ill', 'desk', 'desk-supervisor');
  const [card, setCard] = useState('');
  const [patron, setPatron] = useState('');
  const [need, setNeed] = useState(() => needFrom(asking.input?.needBy));
  if (!branch) return <Empty title={t('cite.not-here')} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPatron(card.trim());
  };
  return (
    <section className="card stack" aria-labelledby="ask">
      <h2 id="ask">{t('cite.for-patron')}</h2>
      <form className="row" onSubmit={submit}>
        <TextInput
          label={t('cite.card')}
          required
          maxLength={64}
          autoComplete="off"
          value={card}
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
        />
        <BranchChoice branch={branch} />
        <NeedBy need={need} onChange={setNeed} />
        <NativeSelect
          label={t('loan-fact.level')}
          value={need.level}
          data={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            setNeed({ ...need, level: levels.find((one) => one === value) ?? 'normal' })
          }
        />
        <Button type="submit" variant="default">
          {t('cite.show')}
        </Button>
      </form>
      {patron !== '' && <Ways key={patron} asking={{ ...asking, patron }} pickup={branch.branchId} need={need} />}
    </section>
  );
};
