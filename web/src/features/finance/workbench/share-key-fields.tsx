import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, NumberField } from '../shared/fields.tsx';
import { RowsField } from '../shared/rows-field.tsx';
import type { Part } from '../shared/workbench.ts';
import { FigureSourceFields } from './figure-source-fields.tsx';
import { WhenFields } from './when-fields.tsx';

type ShareKey = Extract<Part, { kind: 'share' }>['key'];
type Cases = Extract<ShareKey, { by: 'cases' }>;
type Case = Cases['cases'][number];
type PlainKey = Case['key'];
type Band = Extract<PlainKey, { by: 'bands' }>['bands'][number];
type Fields<K> = { value: K; onChange: (value: K) => void };

const fresh: { readonly [By in ShareKey['by']]: Extract<ShareKey, { by: By }> } = {
  equal: { by: 'equal' },
  figure: { by: 'figure', figure: 'population' },
  bands: { by: 'bands', figure: 'population', bands: [{ weight: 1 }] },
  cases: { by: 'cases', cases: [{ key: { by: 'equal' } }] },
};

const withUpTo = ({ upTo: _, ...band }: Band, upTo: number | undefined): Band =>
  upTo === undefined ? band : { ...band, upTo };

/** What a whole is shared by, for all members or for those of a class: nothing, a figure, or the weight of a figure's band. */
const PlainKeyFields = ({ value, onChange }: Fields<PlainKey>) => {
  const t = useTranslate();
  if (value.by === 'equal') return null;
  if (value.by === 'figure') return <FigureSourceFields value={value} onChange={onChange} />;
  return (
    <>
      <FigureSourceFields value={value} onChange={onChange} />
      <RowsField<Band>
        name={t('workbench.bands')}
        rows={value.bands}
        fresh={() => ({ weight: 1 })}
        label={(at) => t('workbench.band', { number: at + 1 })}
        onChange={(bands) => onChange({ ...value, bands })}
      >
        {(band, put) => (
          <>
            <NumberField
              label={t('workbench.up-to')}
              isOptional
              value={band.upTo}
              onChange={(upTo) => put(withUpTo(band, upTo))}
            />
            <NumberField
              label={t('workbench.weight')}
              value={band.weight}
              onChange={(weight) => put({ ...band, weight })}
            />
          </>
        )}
      </RowsField>
    </>
  );
};

type Choice<By extends ShareKey['by']> = { by: By; among: readonly By[]; onChange: (by: By) => void };

const ByField = <By extends ShareKey['by']>({ by, among, onChange }: Choice<By>) => {
  const t = useTranslate();
  return (
    <ChoiceField
      label={t('workbench.by')}
      value={by}
      choices={among.map((value) => ({ value, label: t(`share-by.${value}`) }))}
      onChange={onChange}
    />
  );
};

/** One class of members with the key of its own. */
const CaseFields = ({ value, onChange }: Fields<Case>) => (
  <>
    <WhenFields
      when={value.when}
      onChange={(when) => onChange({ key: value.key, ...(when !== undefined && { when }) })}
    />
    <ByField
      by={value.key.by}
      among={['equal', 'figure', 'bands']}
      onChange={(by) => onChange({ ...value, key: fresh[by] })}
    />
    <PlainKeyFields key={value.key.by} value={value.key} onChange={(key) => onChange({ ...value, key })} />
  </>
);

/** The key by which a whole is shared; by classes of members, the first that fits a member applies. */
export const ShareKeyFields = ({ value, onChange }: Fields<ShareKey>) => {
  const t = useTranslate();
  return (
    <>
      <ByField by={value.by} among={['equal', 'figure', 'bands', 'cases']} onChange={(by) => onChange(fresh[by])} />
      {value.by === 'cases' ? (
        <RowsField<Case>
          name={t('workbench.classes')}
          rows={value.cases}
          fresh={() => ({ key: { by: 'equal' } })}
          label={(at) => t('workbench.class', { number: at + 1 })}
          onChange={(cases) => onChange({ ...value, cases })}
        >
          {(one, put) => <CaseFields value={one} onChange={put} />}
        </RowsField>
      ) : (
        <PlainKeyFields key={value.by} value={value} onChange={onChange} />
      )}
    </>
  );
};
