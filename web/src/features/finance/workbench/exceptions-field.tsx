import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, NumberField, TextField } from '../shared/fields.tsx';
import { freshGuards } from '../shared/formula-values.ts';
import { RowsField } from '../shared/rows-field.tsx';
import type { Guard, Part, When } from '../shared/workbench.ts';
import { GuardFields } from './guard-fields.tsx';
import { WhenFields } from './when-fields.tsx';

type OwnGuard = NonNullable<Part['guards']>[number];
type Once = Part['once'];

/** The guards available for one part; a guard against the previous year applies to the whole fee only. */
const ownKinds = ['minimum', 'maximum', 'phase-in', 'subsidy', 'by-month', 'round-to'] as const;

/** Returns a part or guard with its condition, or without one for all members. */
const withCondition = <T extends { when?: When }>(value: T, when: When | undefined): T => {
  const { when: _, ...rest } = value;
  return (when === undefined ? rest : { ...rest, when }) as T;
};

const OnceFields = ({ once, onChange }: { once: Once; onChange: (once: Once) => void }) => {
  const t = useTranslate();
  const which = once === undefined ? 'always' : once === 'joining' ? once : 'year';
  const begun = { always: undefined, joining: 'joining', year: new Date().getFullYear() + 1 } as const;
  return (
    <>
      <ChoiceField
        label={t('workbench.once')}
        value={which}
        choices={(['always', 'joining', 'year'] as const).map((value) => ({ value, label: t(`once.${value}`) }))}
        onChange={(next) => onChange(begun[next])}
      />
      {typeof once === 'number' && (
        <NumberField label={t('workbench.once-year')} value={once} onChange={(year) => onChange(year)} />
      )}
    </>
  );
};

type Own = { guards: readonly OwnGuard[]; currency: string; onChange: (guards: OwnGuard[]) => void };

const OwnGuards = ({ guards, currency, onChange }: Own) => {
  const t = useTranslate();
  return (
    <RowsField<OwnGuard>
      name={t('workbench.own-guards')}
      rows={guards}
      fresh={() => freshGuards.minimum}
      label={(at) => t('workbench.own-guard', { number: at + 1 })}
      onChange={onChange}
    >
      {(guard, put) => (
        <>
          <ChoiceField
            label={t('workbench.kind-of-guard')}
            value={guard.kind}
            choices={ownKinds.map((value) => ({ value, label: t(`guard-kind.${value}`) }))}
            onChange={(kind) => put({ ...freshGuards[kind], title: guard.title })}
          />
          <TextField
            label={t('workbench.line-title')}
            value={guard.title}
            onChange={(title) => put({ ...guard, title })}
          />
          <GuardFields
            // The key resets the fields when the kind changes.
            key={guard.kind}
            guard={guard}
            currency={currency}
            onChange={(next) => put(next as OwnGuard)}
          />
          <WhenFields when={guard.when} onChange={(when) => put(withCondition(guard, when))} />
        </>
      )}
    </RowsField>
  );
};

type OfPart = { part: Part; currency: string; onChange: (part: Part) => void };

/** The condition of a part, whether it is one-off, and its own guards; collapsed because rarely used. */
export const PartExceptions = ({ part, currency, onChange }: OfPart) => {
  const t = useTranslate();
  const { when, once, guards = [] } = part;
  const put = (name: 'once' | 'guards', next: Once | OwnGuard[]): void => {
    const { [name]: _, ...rest } = part;
    onChange(
      (next === undefined || (Array.isArray(next) && next.length === 0) ? rest : { ...rest, [name]: next }) as Part,
    );
  };
  return (
    <details className="bench-wide" open={when !== undefined || once !== undefined || guards.length > 0}>
      <summary>{t('workbench.exceptions')}</summary>
      <p className="quiet">{t('workbench.exceptions-part')}</p>
      <div className="bench-fields">
        <WhenFields when={when} onChange={(next) => onChange(withCondition(part, next))} />
        <OnceFields once={once} onChange={(next) => put('once', next)} />
        <OwnGuards guards={guards} currency={currency} onChange={(next) => put('guards', next)} />
      </div>
    </details>
  );
};

/** The condition of a guard. */
export const GuardExceptions = ({ guard, onChange }: { guard: Guard; onChange: (guard: Guard) => void }) => {
  const t = useTranslate();
  return (
    <details className="bench-wide" open={guard.when !== undefined}>
      <summary>{t('workbench.exceptions-of-guard')}</summary>
      <p className="quiet">{t('workbench.exceptions-guard')}</p>
      <div className="bench-fields">
        <WhenFields when={guard.when} onChange={(when) => onChange(withCondition(guard, when))} />
      </div>
    </details>
  );
};
