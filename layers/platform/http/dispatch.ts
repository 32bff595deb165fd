import type { Context } from 'aws-lambda';
import { restricted } from '../runtime/environment.ts';
import { type Runtime, systemRuntime } from '../runtime/runtime.ts';
import type { HttpEvent } from './exchange.ts';
import { readOnlyOf, settingsOf } from './function-settings.ts';
import type { OperationHandler } from './handle.ts';
import type { HttpAnswer } from './problem.ts';
import { answersWarmUp, type WarmUp } from './warm-up.ts';

/** The operations of a function by route key, each imported when it is first called: a cold start loads one operation. */
export type Routes = Readonly<Record<string, () => Promise<OperationHandler>>>;

/**
 * Returns the Lambda of a function group. It imports the operation of the event's route key and runs it with only the settings of the
 * operation's own `touches`, and with stores that refuse writes where it declares to read, so that an operation that uses what it does not
 * declare fails in a group as it would alone. Operations with the same settings share one composition. A warm-up call imports all
 * operations. HEAD is answered as GET, without the body. Throws for a route that the group does not have.
 */
export const dispatch = (routes: Routes, runtimeOf: () => Runtime = systemRuntime) => {
  const handlers = new Map<string, Promise<OperationHandler>>();
  const runtimes = new Map<string, Runtime>();
  let whole: Runtime | undefined;

  const container = (): Runtime => {
    whole ??= runtimeOf();
    return whole;
  };

  const runtimeFor = ({ contract }: OperationHandler): Runtime => {
    const [names, readOnly] = [settingsOf(contract.touches), readOnlyOf(contract.touches)];
    const key = [...names, ...readOnly].sort().join();
    const runtime = runtimes.get(key) ?? {
      ...container(),
      environment: restricted(container().environment, { names, readOnly }),
      compositions: new Map(),
    };
    runtimes.set(key, runtime);
    return runtime;
  };

  const load = async (route: string): Promise<OperationHandler> => {
    const importing = routes[route];
    if (importing === undefined) throw new Error(`This function has no operation for the route ${route}.`);
    const handler = await importing();
    return handler.using(runtimeFor(handler));
  };

  const handlerOf = (route: string): Promise<OperationHandler> => {
    const known = handlers.get(route);
    if (known) return known;
    const loading = load(route);
    handlers.set(route, loading);
    // A failed import is tried again with the next call.
    loading.catch(() => handlers.delete(route));
    return loading;
  };

  return async (event: HttpEvent | WarmUp, context: Pick<Context, 'awsRequestId'>): Promise<HttpAnswer | undefined> => {
    if (answersWarmUp(event, context, () => container().clock)) {
      // In one container the first call pays for the imports; a fault of one is met by the call that needs it.
      await Promise.allSettled(Object.values(routes).map((importing) => importing()));
      return undefined;
    }
    const isHead = event.routeKey.startsWith('HEAD ');
    const answered = await (await handlerOf(isHead ? event.routeKey.replace('HEAD', 'GET') : event.routeKey))(
      event,
      context,
    );
    return isHead ? { ...answered, body: '' } : answered;
  };
};
