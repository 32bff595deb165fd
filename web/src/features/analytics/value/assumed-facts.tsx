import { Fact } from '../../../components/fact.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { assumptions, type Entered } from './assumptions.ts';

/** The assumptions of a value report as text, for paper. */
export const AssumedFacts = ({ entered }: { entered: Entered }) => {
  const t = useTranslate();
  return (
    <div className="value-paper">
      <dl className="facts">
        {assumptions.map(({ name, usual }) => (
          <Fact key={name} name={t(`value.assumed-${name}`)}>
            {entered[name] ?? t('value.example', { value: usual })}
          </Fact>
        ))}
      </dl>
    </div>
  );
};
