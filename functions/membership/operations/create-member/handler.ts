import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { createMember } from '../../use-cases/create-member.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ body, now }, { members }) => createMember(members, body, now));
