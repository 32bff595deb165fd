import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadMessagesOf } from '../i18n/message-store.ts';

/** A room, which comes with its words when it is entered. The list of these words is made from what stands here: `npm run gen`. */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => (await Promise.all([load(), loadMessagesOf(String(name))]))[0], name);

// biome-ignore lint/suspicious/noExplicitAny: React's own `lazy` is typed so; the props are the component's.
type Any = ComponentType<any>;
type Part<Component extends Any> = LazyExoticComponent<Component> & { soon: () => Promise<unknown> };

/**
 * A part of a room, which comes with its words when it is first shown: no room weighs what is seldom opened in it.
 * `soon` has it come before it is shown.
 */
export const lazyComponent = <Name extends string, All extends Record<Name, Any>>(
  load: () => Promise<All>,
  name: Name & keyof All,
): Part<All[Name]> => {
  const soon = async () => (await Promise.all([load(), loadMessagesOf(name)]))[0];
  const component = lazy<All[Name]>(async () => ({ default: (await soon())[name] }));
  return Object.assign(component, { soon });
};
