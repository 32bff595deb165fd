import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { optionName } from '../shared/choice-text.ts';
import type { Ballot, Method } from '../shared/voting.ts';

type Election = NonNullable<NonNullable<Ballot['counted']>['result']['election']>;
type Given = { election: Election; method: Extract<Method, { options: unknown }> };

/** The rounds of a count: one column for each, with the votes of each option and those that no longer count. */
const Rounds = ({ election: { rounds }, method }: Given) => {
  const t = useTranslate();
  return (
    <ScrollTable name={t('election.count')}>
      <thead>
        <tr>
          <th scope="col">{t('election.option')}</th>
          {rounds.map((_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a round has no other name.
            <th key={place} scope="col" className="num">
              {rounds.length > 1 ? t('election.round', { number: place + 1 }) : t('election.votes')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {method.options.map(({ optionId, name }) => (
          <tr key={optionId}>
            <th scope="row">{name}</th>
            {rounds.map(({ counts, elected = [], left }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round has no other name.
              <td key={place} className="num">
                {counts[optionId] ?? '–'}
                {elected.includes(optionId) && ` ${t('election.elected')}`}
                {left === optionId && ` ${t('election.left')}`}
              </td>
            ))}
          </tr>
        ))}
        {rounds.some(({ exhausted }) => exhausted !== '0') && (
          <tr>
            <th scope="row">{t('election.exhausted')}</th>
            {rounds.map(({ exhausted }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round has no other name.
              <td key={place} className="num">
                {exhausted}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </ScrollTable>
  );
};

/** By the Schulze method: how many papers prefer the option of the row to that of the column. */
const Pairs = ({ election: { pairs = {} }, method: { options } }: Given) => {
  const t = useTranslate();
  return (
    <ScrollTable name={t('election.pairs')}>
      <thead>
        <tr>
          <th scope="col">{t('election.preferred')}</th>
          {options.map(({ optionId, name }) => (
            <th key={optionId} scope="col" className="num">
              {t('election.to', { option: name })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {options.map(({ optionId, name }) => (
          <tr key={optionId}>
            <th scope="row">{name}</th>
            {options.map((to) => (
              <td key={to.optionId} className="num">
                {pairs[optionId]?.[to.optionId] ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** What was chosen among options, how it was counted, and where the lot decided. */
export const ElectionResult = ({ election, method }: Given) => {
  const t = useTranslate();
  const names = (ids: readonly string[]): string => ids.map((one) => optionName(method, one)).join(', ');
  const { elected, tied, ifLeft = {}, papers, pairs, rounds } = election;
  const last = rounds.at(-1);
  const [winner = ''] = elected;
  const votes = last?.counts[winner];
  const isRunoff = method.by === 'instant-runoff' && votes !== undefined;
  return (
    <div className="stack">
      <p>{elected.length > 0 ? t('election.chosen', { options: names(elected) }) : t('election.nobody')}</p>
      {isRunoff && <p>{t('election.of-all', { votes, counting: papers - Number(last?.exhausted ?? 0), papers })}</p>}
      {tied && <p>{t('election.tied', { options: names(tied) })}</p>}
      {Object.entries(ifLeft).map(([optionId, others]) => (
        <p key={optionId}>
          {t('election.if-left', {
            ...{ option: optionName(method, optionId), options: names(others) || t('election.none') },
          })}
        </p>
      ))}
      {pairs ? <Pairs {...{ election, method }} /> : <Rounds {...{ election, method }} />}
    </div>
  );
};
