import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { listFigures } from '../../use-cases/list-figures.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ query }, { figures }) => listFigures(figures, query));
