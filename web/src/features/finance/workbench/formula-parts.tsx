import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Reason } from '../../../api/problem.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField } from '../shared/fields.tsx';
import { type Keyed, keyedOne } from '../shared/formula-values.ts';

type Titled = { kind: string; title: string };

type Pieces<T extends Titled> = {
  /** `parts` or `guards`: the name in JSON pointers and text keys. */
  which: 'parts' | 'guards';
  pieces: readonly Keyed<T>[];
  fresh: Readonly<Record<string, T>>;
  reasons: readonly Reason[];
  onChange: (pieces: Keyed<T>[]) => void;
  children: (piece: T, put: (piece: T) => void) => ReactNode;
};

/** The API's messages about one part, in English: only the API knows every rule of a formula. */
const Reasons = ({ reasons }: { reasons: readonly Reason[] }) =>
  reasons.length > 0 ? (
    <div role="alert" className="bad" lang="en">
      <ul>
        {reasons.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            {pointer.split('/').slice(5).join(' ')} {detail}
          </li>
        ))}
      </ul>
    </div>
  ) : null;

/** The parts or guards of a formula: edit, move, remove, and add by kind. */
export const Pieces = <T extends Titled>({ which, pieces, fresh, reasons, onChange, children }: Pieces<T>) => {
  const t = useTranslate();
  const kinds = Object.keys(fresh);
  const [kind, setKind] = useState(kinds[0] ?? '');
  const kindText = (one: string): string =>
    which === 'parts' ? t(`part-kind.${one}` as 'part-kind.fixed') : t(`guard-kind.${one}` as 'guard-kind.minimum');
  const earlier = (at: number): Keyed<T>[] => {
    const [piece] = pieces.slice(at, at + 1);
    return piece ? pieces.toSpliced(at, 1).toSpliced(at - 1, 0, piece) : [...pieces];
  };
  const add = (): void => {
    const begun = fresh[kind];
    if (begun) onChange([...pieces, keyedOne(begun)]);
  };
  return (
    <>
      {pieces.map(({ key, value }, at) => {
        const name = t(which === 'parts' ? 'workbench.part' : 'workbench.guard', {
          number: at + 1,
          kind: kindText(value.kind),
        });
        return (
          <fieldset key={key} className="card bench-piece">
            <legend>{name}</legend>
            <Reasons
              reasons={reasons.filter(({ pointer }) => `${pointer}/`.startsWith(`/body/formula/${which}/${at}/`))}
            />
            <div className="bench-fields">
              {children(value, (next) => onChange(pieces.with(at, { key, value: next })))}
            </div>
            <p className="row">
              {at > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('workbench.earlier-one', { what: name })}
                  onClick={() => onChange(earlier(at))}
                >
                  {t('workbench.earlier')}
                </Button>
              )}
              <Button
                size="xs"
                variant="default"
                aria-label={t('workbench.remove-one', { what: name })}
                onClick={() => onChange(pieces.toSpliced(at, 1))}
              >
                {t('workbench.remove')}
              </Button>
            </p>
          </fieldset>
        );
      })}
      <div className="row bench-add">
        <ChoiceField
          label={t(which === 'parts' ? 'workbench.kind-of-part' : 'workbench.kind-of-guard')}
          value={kind}
          choices={kinds.map((value) => ({ value, label: kindText(value) }))}
          onChange={setKind}
        />
        <Button size="sm" variant="default" onClick={add}>
          {t(which === 'parts' ? 'workbench.add-part' : 'workbench.add-guard')}
        </Button>
      </div>
    </>
  );
};
