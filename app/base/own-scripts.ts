interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/**
 * Lets workers and the service worker be begun from this origin, and from nowhere else: where a browser enforces Trusted Types, no
 * script address and no markup is taken that no policy has passed. It is the default policy, because bundlers and libraries
 * write such addresses as plain text. Markup and code as text stay forbidden, but for Lit, which has a policy of its own.
 *
 * Called once in each page and each worker that begins another worker. The policy itself: `assets/_headers`.
 */
export function admitOwnScripts(scope: object = globalThis): void {
  const { trustedTypes } = scope as { readonly trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createScriptURL: ownAddress });
}

/** The address, if it is one of this origin. Throws TypeError. */
export function ownAddress(address: string): string {
  if (new URL(address, location.href).origin !== location.origin)
    throw new TypeError(`a script from elsewhere: ${address}`);
  return address;
}
