import { useMutation } from '@tanstack/react-query';
import { api, type keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import type { useFormat } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export type Replayed = Answered<'analytics-preview-rules'>;
type Effect = Replayed['effect'];
type Previewed = operations['analytics-preview-rules']['requestBody']['content']['application/json'];
export type RuleChange = Previewed['change'];

/** The kinds of policy whose changes are simulated. */
export const isSimulated = (kind: string | undefined): kind is RuleChange['kind'] =>
  kind === 'loan-rules' || kind === 'blocks' || kind === 'floors';

/** Returns what other rules would have changed in the last year. */
export const usePreviewRules = () =>
  useMutation({
    mutationFn: (change: RuleChange) => take(api.POST('/v1/analytics/rule-effects', { body: { change } })),
  });

/** Simulates the text of a proposal. */
export const simulate = (proposalId: string, v: number, headers: ReturnType<typeof keyed>) =>
  take(
    api.POST('/v1/analytics/proposal-simulations/{proposalId}', {
      ...{ params: { path: { proposalId } }, body: { v }, ...headers },
    }),
  );

/** Where libraries together have this share of a number, they are named in its sentence. */
const MOST_NAMED = 2;

type Say = { t: Translate; format: ReturnType<typeof useFormat>; memberName: (memberId: string) => string };

/** Returns at which libraries most of a number was counted, and their share; nothing where all libraries have some. */
const concentration = (
  { members, ...total }: Effect,
  name: 'newlyRefused' | 'newlyAllowed',
): { memberIds: string[]; share: number } | undefined => {
  const first = members
    .filter((one) => one[name] > 0)
    .toSorted((one, other) => other[name] - one[name])
    .slice(0, MOST_NAMED);
  if (members.length <= 1) return undefined;
  const sum = first.reduce((all, one) => all + one[name], 0);
  return sum === 0 ? undefined : { memberIds: first.map(({ memberId }) => memberId), share: sum / total[name] };
};

const countText = ({ t, format, memberName }: Say, effect: Effect, name: 'newlyRefused' | 'newlyAllowed'): string[] => {
  const count = effect[name];
  if (count === 0) return [];
  const where = concentration(effect, name);
  const text = t(`effect.${name}`, { count, share: format.percent(count / effect.decisions) });
  if (!where) return [text];
  const libraries = where.memberIds.map(memberName).join(', ');
  return [`${text} ${t('effect.at', { share: format.percent(where.share), libraries })}`];
};

/** Returns a change between two numbers as a share of the first: “−20 %”. */
const changeText = ({ format }: Say, before: number, after: number): string =>
  before === 0 ? '' : ` (${after > before ? '+' : ''}${format.percent((after - before) / before)})`;

/** Returns in sentences what other rules would have changed. */
export const effectTexts = (say: Say, { effect }: Replayed): string[] => {
  const { t, format } = say;
  const { fines, returns, currency, otherwiseRefused, longer, shorter } = effect;
  const texts = [
    ...countText(say, effect, 'newlyRefused'),
    ...countText(say, effect, 'newlyAllowed'),
    ...(otherwiseRefused > 0 ? [t('effect.otherwiseRefused', { count: otherwiseRefused })] : []),
    ...(longer > 0 ? [t('effect.longer', { count: longer })] : []),
    ...(shorter > 0 ? [t('effect.shorter', { count: shorter })] : []),
  ];
  if (fines.before !== fines.after) {
    const [before, after] = [fines.before, fines.after].map((amount) => format.money(amount, currency));
    texts.push(t('effect.fines', { before, after, change: changeText(say, fines.before, fines.after) }));
  }
  for (const name of ['renewals', 'late'] as const) {
    const { before, after } = returns[name];
    if (before === after) continue;
    texts.push(t(`effect.${name}`, { before, after, change: changeText(say, before, after), loans: returns.judged }));
  }
  return texts.length === 0 ? [t('effect.nothing')] : texts;
};
