import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadMessagesOf } from '../i18n/message-store.ts';

/** A page that is loaded with its texts when it is opened. `npm run gen` derives the list of texts from these calls. */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => (await Promise.all([load(), loadMessagesOf(String(name))]))[0], name);

// biome-ignore lint/suspicious/noExplicitAny: React's own `lazy` is typed so; the props are the component's.
type Any = ComponentType<any>;
type Part<Component extends Any> = LazyExoticComponent<Component> & { soon: () => Promise<unknown> };

/**
 * A component that is loaded with its texts when it is first shown, so that rarely used parts do not enlarge the page. `soon` preloads
 * it.
 */
export const lazyComponent = <Name extends string, All extends Record<Name, Any>>(
  load: () => Promise<All>,
  name: Name & keyof All,
): Part<All[Name]> => {
  const soon = async () => (await Promise.all([load(), loadMessagesOf(name)]))[0];
  const component = lazy<All[Name]>(async () => ({ default: (await soon())[name] }));
  return Object.assign(component, { soon });
};
