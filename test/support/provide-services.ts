import { ContextProvider } from '@lit/context';
import type { Services } from '../../app/views/services';
import { servicesContext } from '../../app/views/services';

/** An element that hands `services` to everything below it, as the app's frame does. */
export function provideServices(services: Services): HTMLElement {
  const host = document.createElement('div');
  new ContextProvider(host, { context: servicesContext, initialValue: services });
  return host;
}
