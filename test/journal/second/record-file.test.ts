import { expect } from 'chai';
import { RecordFileBroken, type RecordLine, recordFile, recordLines } from '../../../app/journal/second/record-file';
import { rejection } from '../support/with-journal';

const LINES: readonly RecordLine[] = [
  { version: 3 },
  { store: 'vault', clear: true },
  { store: 'entries', put: { id: 'ä/1', version: 1, body: Uint8Array.of(0, 255, 7), day: 3 } as { id: string } },
  { store: 'traces', put: { id: 't', body: { columns: { t: Float64Array.of(1, Number.NaN) } } } as { id: string } },
  { store: 'drafts', delete: 'd' },
  { beside: null },
];

async function fileOf(lines: readonly RecordLine[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of recordFile(lines)) parts.push(part);
  return new Blob(parts);
}

async function read(file: Blob): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for await (const line of recordLines(file)) lines.push(line);
  return lines;
}

describe('a file of records', () => {
  it('gives back what was put into it, bytes as they were', async () => {
    expect(await read(await fileOf(LINES))).to.deep.equal(LINES);
    expect(await read(await fileOf([]))).to.deep.equal([]);
  });

  it('may be larger than what is read at a time', async () => {
    const large = Array.from({ length: 40 }, (_, at) => {
      const body = new Uint8Array(70_000 + at).fill(at);
      return { store: 'traces', put: { id: String(at), body } } as RecordLine;
    });
    expect(await read(await fileOf(large))).to.deep.equal(large);
  });

  it('is told as broken wherever it is cut off, and if something follows it', async () => {
    const whole = await fileOf(LINES);
    for (let length = 0; length < whole.size; length += 7) {
      expect(await rejection(read(whole.slice(0, length))), `${length} bytes`).to.be.instanceOf(RecordFileBroken);
    }
    expect(await rejection(read(new Blob([whole, whole])))).to.be.instanceOf(RecordFileBroken);
  });
});
