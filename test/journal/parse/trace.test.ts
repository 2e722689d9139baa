import { expect } from 'chai';
import { columnIn } from '../../../app/domain/face/trace';
import { TraceRecorder } from '../../../app/dynamics/recording/trace-recorder';
import { readTrace, traceReader } from '../../../app/journal/parse/trace';
import { readTraceJson, traceJsonReader, traceToJson } from '../../../app/journal/parse/trace-json';
import { faceReading, noFace } from '../../dynamics/summary/readings';
import { WIDER_COLUMNS } from '../../support/wider-columns';
import { trace } from '../support/samples';

const problem = (read: () => unknown): string => {
  try {
    return `read: ${JSON.stringify(read())}`;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a trace that is read', () => {
  it('is what was written, and says what is wrong with another', () => {
    expect(readTrace(trace())).to.deep.equal(trace());
    const wrong = (change: object) => problem(() => readTrace({ ...trace(), ...change }));
    expect(wrong({ version: 4 })).to.equal('version: expected format version 1 or 2 or 3, found 4');
    expect(wrong({ pose: new Float32Array(8) })).to.equal('pose: expected 9 numbers');
    expect(wrong({ pose: new Float64Array(9) })).to.equal('pose: expected a Float32Array');
    expect(wrong({ eyeOpenness: undefined })).to.equal('eyeOpenness: expected a Float32Array');
    expect(wrong({ tMs: new Float32Array(3) })).to.equal('tMs: expected a Float64Array');
    for (const tMs of [
      [0, 2, 1],
      [0, Number.NaN, 1],
      [0, 1, Number.POSITIVE_INFINITY],
    ])
      expect(wrong({ tMs: Float64Array.from(tMs) })).to.equal('tMs: expected ascending times');
  });

  it('as JSON says which column is no base64 of its numbers', () => {
    const wrong = (change: object) => problem(() => readTraceJson({ ...traceToJson(trace()), ...change }));
    expect(readTraceJson(JSON.parse(JSON.stringify(traceToJson(trace()))))).to.deep.equal(trace());
    expect(wrong({ presence: 'AAA' })).to.equal('presence: expected base64 of 4-byte numbers');
    expect(wrong({ tMs: 'AAAAAA==' })).to.equal('tMs: expected base64 of 8-byte numbers');
    expect(wrong({ pose: undefined })).to.equal('pose: expected text');
    expect(wrong({ version: 4 })).to.equal('version: expected format version 1 or 2 or 3, found 4');
  });
});

describe('a version of the trace with one column more', () => {
  const recorded = () => {
    const recorder = new TraceRecorder('first', WIDER_COLUMNS);
    recorder.begin('recall');
    recorder.add(faceReading({ box: { x: 0, y: 0, width: 0.25, height: 0.5 } }), 0);
    recorder.add(noFace(), 100);
    recorder.end(200);
    return recorder.finish().trace;
  };

  it('is recorded with it, NaN where there was no face', () => {
    expect(recorded().version).to.equal(4);
    expect([...columnIn(recorded(), 'faceSize')!]).to.deep.equal([0.25, 0.5, Number.NaN, Number.NaN]);
  });

  it('is read with it, as arrays and as JSON', () => {
    expect(traceReader(WIDER_COLUMNS)(recorded())).to.deep.equal(recorded());
    const json = JSON.parse(JSON.stringify(traceToJson(recorded(), WIDER_COLUMNS)));
    expect(traceJsonReader(WIDER_COLUMNS)(json)).to.deep.equal(recorded());
    const without = { ...recorded(), faceSize: undefined };
    expect(problem(() => traceReader(WIDER_COLUMNS)(without))).to.equal('faceSize: expected a Float32Array');
  });

  it('leaves older traces as they are: without it, and written again as they were', () => {
    const older = traceReader(WIDER_COLUMNS)(trace());
    expect(older).to.deep.equal(trace());
    expect(columnIn(older, 'faceSize')).to.equal(undefined);
    const json = traceToJson(trace());
    expect(traceToJson(older, WIDER_COLUMNS)).to.deep.equal(json);
    expect(traceJsonReader(WIDER_COLUMNS)(json)).to.deep.equal(trace());
  });

  it('is not opened by an app that does not know it', () => {
    expect(problem(() => readTrace(recorded()))).to.equal('version: expected format version 1 or 2 or 3, found 4');
    expect(problem(() => traceReader(WIDER_COLUMNS)({ ...recorded(), version: 5 }))).to.equal(
      'version: expected format version 1 or 2 or 3 or 4, found 5',
    );
  });
});
