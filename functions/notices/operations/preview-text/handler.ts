import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { languagesFor } from '../../domain/choose-text.ts';
import { compose } from '../../domain/compose.ts';
import { exampleNotices, exampleReader } from '../../domain/example-notices.ts';
import { faultsOf } from '../../domain/template.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { textFaults } from '../../use-cases/text-faults.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ path: { owner }, body, now }, house) => {
  const { words, ...which } = body;
  const faults = words ? textFaults(faultsOf(which.template, words), '/body/words') : [];
  if (faults.length > 0) return { refused: faults };
  const [own, all] = await Promise.all([house.texts.list(owner), house.texts.list('consortium')]);
  // What is tried out comes before what is set, as if it were the owner's already.
  const tried = words ? [{ owner, ...which, ...words }] : [];
  const set = [...tried, ...own, ...all];
  const member = owner === 'consortium' ? owner : ((await house.memberName(owner, now)) ?? owner);
  const composing = { ...exampleReader, channel: which.channel, set, owners: [owner, 'consortium'], member };
  const languages = languagesFor(which.language, 'eng');
  return answer(compose(exampleNotices(which.template), { ...composing, languages }));
});
