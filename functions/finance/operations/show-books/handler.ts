import { handle } from '../../../../layers/platform/http/handle.ts';
import { booksDeps } from '../../deps.ts';
import { showBooks } from '../../use-cases/show-books.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, booksDeps, ({ query, now }, deps) => showBooks(deps, { ...query, now }));
