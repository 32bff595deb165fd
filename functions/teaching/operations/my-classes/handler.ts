import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ actor }, { schools }) => {
  const classes = await schools.taughtBy(patronOf(actor).id);
  return answer({ classes: classes.map(({ memberId, classId, grade }) => ({ memberId, classId, grade })) });
});
