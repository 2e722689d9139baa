import { expect } from 'chai';
import { BackupProblem } from '../../../app/domain/backup/backup';
import { Failure } from '../../../app/domain/failure/failure';
import { openFirst } from '../../../app/journal/vault/open-first';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { secretsOf } from '../../../app/journal/vault/typed-secret';

/** A passphrase of words whose letters have the form and the check symbol of a recovery code. */
export const LIKE_A_CODE = 'garden ladder castle lemon lemon';

describe('what was typed', () => {
  const both = new Set(['passphrase', 'recovery', 'passkey'] as const);

  it('is tried as a recovery code where it has the form of one, and as a passphrase in any case', () => {
    expect(secretsOf(LIKE_A_CODE, both)).to.deep.equal([
      { kind: 'recovery', code: LIKE_A_CODE },
      { kind: 'passphrase', text: LIKE_A_CODE },
    ]);
    expect(secretsOf('four small words together', both).map(({ kind }) => kind)).to.deep.equal(['passphrase']);
    const code = newRecoveryCode().toLowerCase();
    expect(secretsOf(code, both).map(({ kind }) => kind)).to.deep.equal(['recovery', 'passphrase']);
  });

  it('is only what can open', () => {
    expect(secretsOf(LIKE_A_CODE, new Set(['passphrase']))).to.deep.equal([{ kind: 'passphrase', text: LIKE_A_CODE }]);
    expect(secretsOf('mistyped', new Set(['recovery']))).to.deep.equal([{ kind: 'recovery', code: 'mistyped' }]);
  });

  it('opens by the second where the first does not, and says what is more than a wrong secret', async () => {
    const secrets = ['code', 'passphrase'] as const;
    const problem = (errors: Record<string, Error>) =>
      openFirst(secrets, async (secret) => {
        if (errors[secret]) throw errors[secret];
        return secret;
      }).catch((error: unknown) => (error as Failure).code);
    const wrong = new Failure('secret-wrong');
    const damaged = new Failure('keys-damaged');
    expect(await problem({ code: wrong })).to.equal('passphrase');
    expect(await problem({ code: damaged })).to.equal('passphrase');
    expect(await problem({ code: damaged, passphrase: wrong })).to.equal('keys-damaged');
    expect(await problem({ code: wrong, passphrase: new Failure('memory-short') })).to.equal('memory-short');
    expect(await problem({ code: new BackupProblem('wrong-secret'), passphrase: damaged })).to.equal('keys-damaged');
    expect(await problem({ code: wrong, passphrase: wrong })).to.equal('secret-wrong');
  });
});
