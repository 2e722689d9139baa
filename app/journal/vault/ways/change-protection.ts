import { Failure } from '../../../domain/failure/failure';
import { type Protection, sealedMeta } from '../protection';
import type { OldMeta, VaultMeta } from '../vault-records';
import type { OwnWrite } from '../vault-store';

/** What to change, given what it is now. */
export type ProtectionChange = (now: Protection) => Partial<Omit<Protection, 'ways'>>;

/** What a vault gives for it; see `Vault`. */
interface ProtectedVault {
  readonly known: VaultMeta | OldMeta;
  readonly protection: Protection;
  readonly altered: boolean;
  readonly shared: { readonly root: CryptoKey } | null;
  reload(): Promise<void>;
  writeOwn(known: VaultMeta | OldMeta, work: OwnWrite): Promise<void>;
}

/** See `Vault.changeProtection`. */
export async function changeProtection(vault: ProtectedVault, change: ProtectionChange, tries = 3): Promise<void> {
  await vault.reload();
  const { known, protection, altered, shared } = vault;
  if (altered || !shared) throw new Failure('lock-altered');
  const meta = await sealedMeta(shared.root, known, { ...protection, ...change(protection) });
  try {
    await vault.writeOwn(known, (store) => store.put(meta));
  } catch (error) {
    if (tries <= 1 || !(error instanceof Failure && error.code === 'lock-changed')) throw error;
    await changeProtection(vault, change, tries - 1);
  }
}
