import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MoneyField, NameField, NumberField, TextField } from '../shared/fields.tsx';
import {
  costNames,
  freshGuards,
  freshParts,
  scenarioRequestOf,
  type Values,
  valuesOf,
} from '../shared/formula-values.ts';
import { type Guard, type Part, type Scenario, type ScenarioRequest, useFigures } from '../shared/workbench.ts';
import { BudgetFields } from './budget-fields.tsx';
import { GuardExceptions, PartExceptions } from './exceptions-field.tsx';
import { Pieces } from './formula-parts.tsx';
import { GuardFields } from './guard-fields.tsx';
import { PartFields } from './part-fields.tsx';

type Form = {
  first: ScenarioRequest | Scenario;
  label: string;
  isPending: boolean;
  thrown: unknown;
  onSend: (request: ScenarioRequest) => void;
};

type Put = (more: Partial<Values>) => void;

const About = ({ values, put }: { values: Values; put: Put }) => {
  const t = useTranslate();
  const { formula } = values;
  return (
    <div className="bench-fields">
      <TextField label={t('workbench.title-of')} value={values.title} onChange={(title) => put({ title })} />
      <NumberField label={t('workbench.year')} value={values.year} onChange={(year) => put({ year })} />
      <TextField
        label={t('workbench.formula-title')}
        value={formula.title}
        onChange={(title) => put({ formula: { ...formula, title } })}
      />
      <NameField
        label={t('workbench.formula-name')}
        value={formula.name}
        onChange={(name) => put({ formula: { ...formula, name } })}
      />
      <TextField
        label={t('workbench.source')}
        value={formula.source}
        onChange={(source) => put({ formula: { ...formula, source } })}
      />
      <TextField
        label={t('workbench.currency')}
        pattern="[A-Z]{3}"
        value={formula.currency}
        onChange={(currency) => put({ formula: { ...formula, currency } })}
      />
      <NumberField
        label={t('workbench.year-starts-in')}
        isOptional
        value={formula.yearStartsIn}
        onChange={(month) => {
          const { yearStartsIn: _, ...rest } = formula;
          put({ formula: month === undefined ? rest : { ...rest, yearStartsIn: month } });
        }}
      />
      <NameField
        label={t('workbench.size')}
        isNeeded={false}
        list="workbench-figures"
        value={values.size}
        onChange={(size) => put({ size })}
      />
    </div>
  );
};

const Costs = ({ values, put }: { values: Values; put: Put }) => {
  const t = useTranslate();
  const names = costNames(values);
  const { currency } = values.formula;
  if (names.length === 0) return null;
  return (
    <fieldset className="card bench-piece">
      <legend>{t('workbench.costs')}</legend>
      <div className="bench-fields">
        {names.map((name) => (
          <MoneyField
            key={name}
            label={t('workbench.whole-cost', { name, currency })}
            currency={currency}
            isOptional
            value={values.costs[name]}
            onChange={(amount) => {
              const { [name]: _, ...others } = values.costs;
              put({ costs: amount === undefined ? others : { ...others, [name]: amount } });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** The form for a scenario: its title, its formula part by part, its guards, and the total costs to share. */
export const ScenarioForm = ({ first, label, isPending, thrown, onSend }: Form) => {
  const t = useTranslate();
  const { data: figures = [] } = useFigures();
  const [values, setValues] = useState(() => valuesOf(first));
  const put: Put = (more) => setValues((before) => ({ ...before, ...more }));
  const { currency } = values.formula;
  const reasons = thrown ? asProblem(thrown).reasons : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(scenarioRequestOf(values, first.size));
  };
  const known = [...new Set(figures.flatMap((one) => Object.keys(one.figures)))].sort();
  return (
    <form className="stack" aria-label={label} onSubmit={submit}>
      <datalist id="workbench-figures">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <About values={values} put={put} />
      <Pieces<Part>
        which="parts"
        pieces={values.parts}
        fresh={freshParts}
        reasons={reasons}
        onChange={(parts) => put({ parts })}
      >
        {(part, change) => (
          <>
            <TextField
              label={t('workbench.line-title')}
              value={part.title}
              onChange={(title) => change({ ...part, title })}
            />
            <PartFields part={part} currency={currency} onChange={change} />
            <NameField
              label={t('workbench.only-opted')}
              isNeeded={false}
              value={part.onlyOptedInto ?? ''}
              onChange={(offer) => {
                const { onlyOptedInto: _, ...rest } = part;
                change(offer === '' ? (rest as Part) : { ...part, onlyOptedInto: offer });
              }}
            />
            <PartExceptions part={part} currency={currency} onChange={change} />
          </>
        )}
      </Pieces>
      <Pieces<Guard>
        which="guards"
        pieces={values.guards}
        fresh={freshGuards}
        reasons={reasons}
        onChange={(guards) => put({ guards })}
      >
        {(guard, change) => (
          <>
            <TextField
              label={t('workbench.line-title')}
              value={guard.title}
              onChange={(title) => change({ ...guard, title })}
            />
            <GuardFields guard={guard} currency={currency} onChange={change} />
            <GuardExceptions guard={guard} onChange={change} />
          </>
        )}
      </Pieces>
      <Costs values={values} put={put} />
      <fieldset className="card bench-piece">
        <legend>{t('workbench.budget-of-year')}</legend>
        <p className="quiet">{t('workbench.budget-meaning')}</p>
        <BudgetFields
          budget={values.budget}
          costs={costNames(values)}
          currency={currency}
          onChange={(budget) => put({ budget })}
        />
      </fieldset>
      {thrown !== null && thrown !== undefined && <FailedNotice thrown={thrown} />}
      <p>
        <Button size="sm" type="submit" loading={isPending}>
          {label}
        </Button>
      </p>
    </form>
  );
};
