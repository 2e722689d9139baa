import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPRESSIONS, type ExpressionScores, noScores, topExpression } from '../../app/domain/face/expression';
import { MODELS } from '../../app/vision/runtime/models';
import type { FrameResult } from '../../models/analyse/frame-result';
import { motionOf } from '../../models/analyse/motion';
import { type FileResult, withMotion } from '../../models/analyse/result';
import { stillExpression } from '../../models/analyse/still-expression';
import still from '../../models/expression/still.json' with { type: 'json' };

const scores = (some: Partial<ExpressionScores>): ExpressionScores => ({ ...noScores(0.01), ...some });
const quietAnger = scores({ neutral: 0.6, anger: 0.34 });
const total = (all: ExpressionScores): number => EXPRESSIONS.reduce((sum, name) => sum + all[name], 0);

test('a still: a distribution; by no prior and the whole share it is what the model says', () => {
  assert.ok(Math.abs(total(stillExpression(quietAnger)) - 1) < 1e-9);
  const same = stillExpression(quietAnger, { share: 1, prior: noScores() });
  for (const name of EXPRESSIONS) assert.ok(Math.abs(same[name] - quietAnger[name]) < 1e-4, name);
  const certain = stillExpression({ ...noScores(), happiness: 1 });
  assert.ok(Object.values(certain).every(Number.isFinite));
  assert.equal(topExpression(certain), 'happiness');
});

test('a still: what the prior of web faces takes for neutral may be shown; a face at rest stays neutral', () => {
  assert.equal(topExpression(quietAnger), 'neutral');
  assert.equal(topExpression(stillExpression(quietAnger)), 'anger');
  const atRest = { ...noScores(0.001), neutral: 0.993 };
  assert.equal(topExpression(stillExpression(atRest)), 'neutral');
});

test('how a still is read was chosen for the model that ships', () => {
  const { id, version } = MODELS.expression;
  assert.equal(still.model, `${id} ${version}`);
  assert.deepEqual(Object.keys(still.prior), [...EXPRESSIONS]);
});

const frame = (tMs: number): FrameResult => ({
  tMs,
  presence: 1,
  facesSeen: 1,
  doubt: null,
  box: null,
  poseDeg: null,
  expression: quietAnger,
  facialValence: 0,
  eyesOpen: null,
  gaze: null,
  measures: null,
  stageMs: { upload: 0, detect: 0, landmarks: 0, iris: 0, classify: 0, total: 0 },
});
const printed = (...frames: FrameResult[]) => {
  const summary = { usableShare: 1, expression: quietAnger, facialValence: 0, facesSeen: 1 };
  const file = { file: 'some', backend: 'wasm', models: {}, losses: { pictures: 0, missingMs: 0 }, frames, summary };
  return withMotion(file as unknown as FileResult, motionOf(frames, null));
};

test('a picture is read as a picture, and keeps what the model says by the prior of web faces; a clip is read as the app reads it', () => {
  const picture = printed(frame(0));
  assert.deepEqual(picture.frames[0]!.expression, stillExpression(quietAnger));
  assert.deepEqual(picture.summary.expression, stillExpression(quietAnger));
  assert.deepEqual(picture.frames[0]!.webExpression, quietAnger);
  const clip = printed(frame(0), frame(100));
  assert.deepEqual(clip.summary.expression, quietAnger);
  for (const { expression, webExpression } of clip.frames) {
    assert.deepEqual(expression, quietAnger);
    assert.deepEqual(webExpression, quietAnger);
  }
});

test('a picture without a face has neither', () => {
  const { frames } = printed({ ...frame(0), expression: null });
  assert.equal(frames[0]!.expression, null);
  assert.equal(frames[0]!.webExpression, null);
});
