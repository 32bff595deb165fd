import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, NumberField } from '../shared/fields.tsx';
import { RowsField } from '../shared/rows-field.tsx';
import type { When } from '../shared/workbench.ts';
import { FigureSourceFields } from './figure-source-fields.tsx';
import { NamesField } from './names-field.tsx';

type Fields = { when: When | undefined; onChange: (when: When | undefined) => void };
type FigureOf = NonNullable<When['figure']>;
type Bounded = 'no' | 'yes' | 'all' | 'any';

const freshFigure = (): FigureOf => ({ figure: 'population', upTo: 1000 });

/** Removes an emptied field; a condition without fields is removed as well. */
const put = <T extends object, K extends keyof T>(value: T, name: K, next: T[K] | undefined): T => {
  const { [name]: _, ...rest } = value;
  return (next === undefined ? rest : { ...rest, [name]: next }) as T;
};

const Bounds = ({ figure, onChange }: { figure: FigureOf; onChange: (figure: FigureOf) => void }) => {
  const t = useTranslate();
  return (
    <>
      <FigureSourceFields value={figure} onChange={onChange} />
      <NumberField
        label={t('workbench.when-above')}
        isOptional
        value={figure.above}
        onChange={(above) => onChange(put(figure, 'above', above))}
      />
      <NumberField
        label={t('workbench.when-up-to')}
        isOptional
        value={figure.upTo}
        onChange={(upTo) => onChange(put(figure, 'upTo', upTo))}
      />
    </>
  );
};

/** Returns a condition with bounds of no figure, of one, or of several; figures that were entered are retained. */
const withBounds = ({ figure, figures, ...when }: When, bounded: Bounded): When => {
  const [first = freshFigure(), second = freshFigure(), ...others] = figures?.of ?? (figure ? [figure] : []);
  if (bounded === 'no') return when;
  if (bounded === 'yes') return { ...when, figure: first };
  return { ...when, figures: { hold: bounded, of: [first, second, ...others] } };
};

/** The condition of a part or guard: all fields given must match; without any, it applies to all members. */
export const WhenFields = ({ when = {}, onChange }: Fields) => {
  const t = useTranslate();
  const pass = (after: When): void => onChange(Object.keys(after).length === 0 ? undefined : after);
  const change = <K extends keyof When>(name: K, next: When[K] | undefined): void => pass(put(when, name, next));
  const names = (name: 'flags' | 'notFlags') => (all: string[]) => change(name, all.length === 0 ? undefined : all);
  const { figure, figures } = when;
  return (
    <>
      <NamesField label={t('workbench.when-flags')} value={when.flags ?? []} onChange={names('flags')} />
      <NamesField label={t('workbench.when-not-flags')} value={when.notFlags ?? []} onChange={names('notFlags')} />
      <NumberField
        label={t('workbench.when-joined-from')}
        isOptional
        value={when.joinedFrom}
        onChange={(year) => change('joinedFrom', year)}
      />
      <NumberField
        label={t('workbench.when-joined-to')}
        isOptional
        value={when.joinedTo}
        onChange={(year) => change('joinedTo', year)}
      />
      <ChoiceField
        label={t('workbench.when-figure')}
        value={figures?.hold ?? (figure ? 'yes' : 'no')}
        choices={(['no', 'yes', 'all', 'any'] as const).map((value) => ({ value, label: t(`when-figure.${value}`) }))}
        onChange={(bounded) => pass(withBounds(when, bounded))}
      />
      {figure && <Bounds figure={figure} onChange={(next) => change('figure', next)} />}
      {figures && (
        <RowsField<FigureOf>
          name={t('workbench.when-figures')}
          rows={figures.of}
          fresh={freshFigure}
          label={(at) => t('workbench.when-figure-row', { number: at + 1 })}
          onChange={(of) => change('figures', { ...figures, of })}
        >
          {(one, putOne) => <Bounds figure={one} onChange={putOne} />}
        </RowsField>
      )}
    </>
  );
};
