import { expect } from 'chai';
import { newRecoveryCode, readRecoveryCode, recoverySecret } from '../../../app/journal/vault/recovery-code';

describe('recovery code', () => {
  it('is seven groups of four, never the same twice, and holds 135 random bits', () => {
    const codes = Array.from({ length: 500 }, newRecoveryCode);
    for (const code of codes) expect(code).to.match(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).to.equal(500);
    // Each of 32 symbols is about equally frequent among 13,500: 422 expected, standard deviation 20.
    const counts = new Map<string, number>();
    for (const symbol of codes.flatMap((code) => [...code.replaceAll('-', '').slice(0, -1)])) {
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect(counts.size).to.equal(32);
    for (const count of counts.values()) expect(count).to.be.within(300, 545);
  });

  it('is read as it was meant: small letters, spaces, O for 0, I and L for 1', () => {
    const code = newRecoveryCode();
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readRecoveryCode(sloppy)).to.deep.equal({ symbols: code.replaceAll('-', ''), problem: null });
    expect(recoverySecret(sloppy)).to.deep.equal(recoverySecret(code));
  });

  it('tells every single slip and every swap of two symbols before a key is tried', () => {
    const symbols = [...newRecoveryCode().replaceAll('-', '')];
    const problem = (changed: string[]) => readRecoveryCode(changed.join('')).problem;
    for (let i = 0; i < symbols.length; i++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other !== symbols[i]) expect(problem(symbols.with(i, other))).to.equal('typo');
      }
      for (let j = i + 1; j < symbols.length; j++) {
        if (symbols[i] === symbols[j]) continue;
        expect(problem(symbols.with(i, symbols[j]!).with(j, symbols[i]!))).to.equal('typo');
      }
    }
    expect(problem(symbols.slice(1))).to.equal('length');
    expect(problem(symbols.with(3, 'Ü'))).to.equal('typo');
    expect(() => recoverySecret('0000')).to.throw('secret-wrong');
  });
});
