import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from './fund-choice.tsx';
import { type Fund, type FundBody, useSetFund } from './funds.ts';

const percents = ['encumbrance', 'expenditure', 'warning'] as const;
type Percents = Record<(typeof percents)[number], string>;
type Entered = Percents & { code: string; name: string; parent: string; state: Fund['state'] };

const states = ['active', 'frozen', 'inactive'] as const satisfies readonly Fund['state'][];
const textOf = (limit: number | string): string => (typeof limit === 'number' ? String(limit) : '');
const enteredOf = (fund: Fund | undefined): Entered => ({
  ...{ code: fund?.code ?? '', name: fund?.name ?? '', parent: fund?.parent ?? '', state: fund?.state ?? 'active' },
  encumbrance: textOf(fund?.limits.encumbrance ?? 100),
  expenditure: textOf(fund?.limits.expenditure ?? 100),
  warning: textOf(fund?.limits.warning ?? 80),
});

/** An empty field is the choice of no limit; undefined when it is no whole percent. */
const percentOf = <N extends string>(text: string, none: N): number | N | undefined => {
  if (text.trim() === '') return none;
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= 1000 ? Number(text) : undefined;
};

const limitsOf = (entered: Percents): FundBody['limits'] | undefined => {
  const encumbrance = percentOf(entered.encumbrance, 'unlimited');
  const expenditure = percentOf(entered.expenditure, 'unlimited');
  const warning = percentOf(entered.warning, 'none');
  const isFit = encumbrance !== undefined && expenditure !== undefined && warning !== undefined && warning !== 0;
  return isFit ? { encumbrance, expenditure, warning } : undefined;
};

type Props = { memberId: string; year: string; funds: readonly Fund[] };

/** The fields of one fund: the chosen one, or a new one. */
const Fields = ({ memberId, year, funds, fund }: Props & { fund: Fund | undefined }) => {
  const t = useTranslate();
  const set = useSetFund(memberId, year);
  const [entered, setEntered] = useState(enteredOf(fund));
  // The fund as it was when its terms were entered: a change by another person meanwhile is refused.
  const [edition, setEdition] = useState(fund?.edition ?? 0);
  const [isWrong, setIsWrong] = useState(false);
  const change = (over: Partial<Entered>): void => setEntered({ ...entered, ...over });
  const limits = limitsOf(entered);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrong(!limits);
    if (!limits) return;
    const { code, name, parent, state } = entered;
    const body = { code: code.trim().toUpperCase(), name: name.trim(), state, limits, edition };
    const show = (stored: Fund): void => {
      setEntered(enteredOf(fund && stored));
      setEdition(fund ? stored.edition : 0);
    };
    set.mutate({ ...body, ...(parent && { parent }) }, { onSuccess: show });
  };
  return (
    <form className="stack" aria-label={t('funds.set')} onSubmit={submit}>
      {!fund && (
        <TextInput
          size="sm"
          required
          maxLength={20}
          label={t('funds.code')}
          value={entered.code}
          onChange={({ currentTarget: { value } }) => change({ code: value })}
        />
      )}
      <TextInput
        size="sm"
        required
        maxLength={100}
        label={t('funds.name')}
        value={entered.name}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      {!fund && (
        <FundChoice
          label={t('funds.parent')}
          none={t('funds.no-parent')}
          funds={funds}
          value={entered.parent}
          onChange={(parent) => change({ parent })}
        />
      )}
      <NativeSelect
        size="sm"
        label={t('funds.state')}
        value={entered.state}
        data={states.map((value) => ({ value, label: t(`fund-state-meaning.${value}`) }))}
        onChange={({ currentTarget: { value } }) => change({ state: states.find((one) => one === value) ?? 'active' })}
      />
      {percents.map((name) => (
        <TextInput
          key={name}
          size="sm"
          inputMode="numeric"
          maxLength={4}
          label={t(`fund-limit.${name}`)}
          value={entered[name]}
          error={isWrong && !limits && t('funds.bad-limit')}
          onChange={({ currentTarget: { value } }) => change({ [name]: value })}
        />
      ))}
      <p>
        <Button type="submit" size="sm" loading={set.isPending}>
          {t('funds.set')}
        </Button>
      </p>
      <p role="status">{set.isSuccess && t('funds.is-set')}</p>
      {set.error && <FailedNotice thrown={set.error} />}
      {fund && fund.edition !== edition && !set.isPending && (
        <p>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              setEntered(enteredOf(fund));
              setEdition(fund.edition);
              set.reset();
            }}
          >
            {t('funds.stored')}
          </Button>
        </p>
      )}
    </form>
  );
};

/** The form for funds: which one, and its name, state and limits. */
export const FundForm = (props: Props) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const fund = props.funds.find((one) => one.code === code);
  return (
    <div className="stack">
      <FundChoice label={t('funds.which')} none={t('funds.new')} funds={props.funds} value={code} onChange={setCode} />
      <Fields key={code} {...props} fund={fund} />
    </div>
  );
};
