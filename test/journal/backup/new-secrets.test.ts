import { expect } from 'chai';
import { systemClock } from '../../../app/base/clock';
import { Copies } from '../../../app/journal/backup/copies/copies';
import { CopyFolder } from '../../../app/journal/backup/copies/copy-folder';
import { copyTime } from '../../../app/journal/backup/copies/copy-keeper';
import { openedCopy } from '../../../app/journal/backup/copies/corrupt-copies';
import { reseal } from '../../../app/journal/backup/copies/reseal';
import { journalKeys } from '../../../app/journal/backup/file/journal-keys';
import { JournalSource } from '../../../app/journal/backup/file/source';
import { aroundNewSecrets } from '../../../app/journal/backup/new-secrets';
import { openVault } from '../../../app/journal/open-journal';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { removeLock, replaceSecrets, setPassphrase } from '../../../app/journal/vault/secrets';
import { checkIn, NOON_MS } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

const PASSPHRASE = { kind: 'passphrase', text: 'four small words together' } as const;

describe('the copies, when the secrets change', () => {
  let desk: Desk;
  let copies: Copies;
  let host: Parameters<typeof aroundNewSecrets>[0];
  let beside: string;
  const code = newRecoveryCode();
  beforeEach(async () => {
    desk = new Desk();
    copies = new Copies((await CopyFolder.open())!);
    await copies.clear();
    const closed = await openVault({ name: desk.name });
    const journal = await closed.open();
    desk.alsoClose(journal);
    host = { vault: closed.vault, journal, clock: systemClock, appVersion: '0.1.0' };
    await journal.save(checkIn('one', NOON_MS), null);
    const time = copyTime(systemClock, '0.1.0');
    await copies.keep('day', new JournalSource(journal), journalKeys(host.vault)!, time);
    const secret = await copies.secretBeside();
    beside = secret?.kind === 'recovery' ? secret.code : '';
  });
  afterEach(async () => {
    await copies.clear();
    await desk.clear();
  });

  const setUp = () =>
    aroundNewSecrets(host, (copiesCode) => setPassphrase(host.vault, PASSPHRASE.text, code, { copiesCode }));
  const newest = async () => copies.open((await copies.list())[0]!.name);
  const opensWith = async (typed: string) =>
    (await newest()).withSecret({ kind: 'recovery', code: typed }).then(
      () => true,
      () => false,
    );

  it('are sealed again with the new key before it is done, and no code lies beside them any more', async () => {
    expect(await opensWith(beside)).to.equal(true);
    await setUp();
    expect(await copies.secretBeside()).to.equal(null);
    expect([await opensWith(beside), await opensWith(code)]).to.deep.equal([false, true]);
    const next = newRecoveryCode();
    await aroundNewSecrets(host, () => replaceSecrets(host.vault, PASSPHRASE, [{ kind: 'recovery', code: next }]));
    expect([await opensWith(code), await opensWith(next)]).to.deep.equal([false, true]);
    await aroundNewSecrets(host, () => removeLock(host.vault, PASSPHRASE));
    expect(await opensWith(next)).to.equal(false);
    expect(await copies.secretBeside()).to.not.equal(null);
  }).timeout(60_000);

  it('that find no room open with the unlocked journal alone, and are sealed again when there is room', async () => {
    const full = async () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    await whileStubbed(FileSystemFileHandle.prototype, 'createWritable', full, setUp);
    expect(await copies.secretBeside(), 'the code is gone all the same').to.equal(null);
    expect(await opensWith(code)).to.equal(false);
    const keys = journalKeys(host.vault)!;
    expect(await openedCopy(copies, await newest(), keys)).to.not.equal(null);
    await reseal(copies, keys, copyTime(systemClock, '0.1.0'), async () => new Set(['one']));
    expect([await opensWith(beside), await opensWith(code)]).to.deep.equal([false, true]);
  }).timeout(60_000);

  it('are not touched where the change is refused', async () => {
    await setUp();
    const wrong = { kind: 'passphrase', text: 'not this one' } as const;
    const change = aroundNewSecrets(host, () => replaceSecrets(host.vault, wrong, [PASSPHRASE]));
    expect((await rejection(change)).code).to.equal('secret-wrong');
    expect(await opensWith(code)).to.equal(true);
  }).timeout(60_000);
});
