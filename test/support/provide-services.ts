import { ContextProvider } from '@lit/context';
import type { Services } from '../../app/services/types';
import { servicesContext } from '../../app/services/types';

/** An element that hands `services` to everything below it, as the app's frame does. */
export function provideServices(services: Services): HTMLElement {
  const host = document.createElement('div');
  new ContextProvider(host, { context: servicesContext, initialValue: services });
  return host;
}
