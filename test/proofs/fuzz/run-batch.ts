import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AnyContract } from '../../../layers/platform/http/contract.ts';
import { tokenOf } from '../../../local/access-token.ts';
import type { Endpoints } from '../../../local/endpoints.ts';
import { root } from '../../../local/places.ts';
import { callerFor, type PlannedOperation, planned } from './plan.ts';
import { type FuzzResult, resultSchema } from './results.ts';

/** What a run needs: the Python with Schemathesis, the stack, the requests for each operation, and the seconds that one may take. */
export type FuzzRun = { python: string; endpoints: Endpoints; examples: number; seconds: number };

/** Signs in once for each account. */
const tokens = (endpoints: Endpoints) => {
  const known = new Map<string, Promise<string>>();
  return (account: Endpoints['accounts'][number]): Promise<string> => {
    const token = known.get(account.account) ?? tokenOf(endpoints, account);
    known.set(account.account, token);
    return token;
  };
};

const planOf = async (contracts: readonly AnyContract[], endpoints: Endpoints): Promise<PlannedOperation[]> => {
  const tokenFor = tokens(endpoints);
  const plans: PlannedOperation[] = [];
  for (const contract of contracts) {
    const caller = callerFor(contract, endpoints.accounts);
    plans.push(planned(contract, caller, caller.account && (await tokenFor(caller.account))));
  }
  return plans;
};

/** Calls operations with generated requests, each as an account that may call it. Returns what each answered. */
export const runBatch = async (
  contracts: readonly AnyContract[],
  { python, endpoints, examples, seconds }: FuzzRun,
): Promise<FuzzResult[]> => {
  const plan = {
    document: join(root, 'docs/openapi.json'),
    base: endpoints.web,
    examples,
    seconds,
    seed: 1,
    operations: await planOf(contracts, endpoints),
  };
  const script = join(import.meta.dirname, 'call_operations.py');
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  child.stdin.end(JSON.stringify(plan));
  const results: FuzzResult[] = [];
  for await (const line of createInterface({ input: child.stdout })) results.push(resultSchema.parse(JSON.parse(line)));
  const code = await ended;
  if (code !== 0) throw new Error(`The calls ended early (exit code ${code}).`);
  return results;
};
